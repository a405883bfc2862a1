import { describe, expect, it } from 'vitest'
import type { AppError } from '../errors/app-error.ts'
import { isAbn, isAcn, readAdviser } from './adviser.ts'

const whole = { orgName: 'Smith & Co', orgRefID: 'R-1', orgRefType: 'ABN', orgType: 'Accountant' }
const read = (fields: Record<string, string>) => readAdviser(new Map(Object.entries(fields)))
const blamed = (fields: Record<string, string>) => {
  try {
    read(fields)
    return undefined
  } catch (error) {
    return (error as AppError).item.source?.parameter
  }
}

describe('readAdviser', () => {
  it('is undefined when no adviser field is given', () => {
    expect(read({ scope: 'CLIENT_ACCESS' })).toBeUndefined()
  })

  it('takes a whole adviser', () => {
    expect(read({ ...whole, abnAcn: '51 824 753 556' })).toEqual({ ...whole, abnAcn: '51824753556' })
  })

  it.each(Object.keys(whole))('names %s when it is missing', (name) => {
    expect(blamed({ ...whole, [name]: '' })).toBe(name)
  })

  it('refuses an unknown kind of organisation and a number with one digit changed', () => {
    expect(blamed({ ...whole, orgType: 'Wizard' })).toBe('orgType')
    expect(blamed({ ...whole, abnAcn: '51824753557' })).toBe('abnAcn')
  })
})

describe('isAbn and isAcn', () => {
  it('know right from wrong check digits', () => {
    expect([isAbn('51824753556'), isAbn('51824753565'), isAbn('5182475355')]).toEqual([true, false, false])
    expect([isAcn('004085616'), isAcn('004085617'), isAcn('04085616')]).toEqual([true, false, false])
  })
})
