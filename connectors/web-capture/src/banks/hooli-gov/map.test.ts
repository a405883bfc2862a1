import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parsePage } from '../../page.ts'
import { portfolioOf } from '../nucleus/map.ts'
import { toStatements } from './map.ts'

const html = (name: string) => readFileSync(new URL(`fixtures/${name}.html`, import.meta.url), 'utf8')
const accounts = portfolioOf(parsePage(html('portfolio')))

describe('HooliGov statements', () => {
  it('are read with the handle of the account whose number they show', () => {
    const statements = toStatements(parsePage(html('statements')), accounts)
    expect(statements[0]).toEqual({
      reference: 'd2c98f507184-202504',
      account: accounts[0]?.reference,
      title: 'Everyday Account statement',
      from: '2025-04-01',
      to: '2025-04-30',
    })
    expect(new Set(statements.map((statement) => statement.account)).size).toBe(accounts.length)
  })

  it('of an account that is not listed belong to the whole profile', () => {
    expect(toStatements(parsePage(html('statements')), [])[0]?.account).toBeNull()
  })

  it('with a date that cannot be read are a changed institution', () => {
    const page = parsePage(html('statements').replace('01 Apr 2025', 'April'))
    expect(() => toStatements(page, accounts)).toThrow('institution-changed')
  })

  it('without their table are a changed institution', () => {
    const page = parsePage(html('statements').replace('id="statements"', 'id="documents"'))
    expect(() => toStatements(page, accounts)).toThrow('institution-changed')
  })
})
