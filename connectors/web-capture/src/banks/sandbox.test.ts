import { readFileSync } from 'node:fs'
import type { Challenge, Connector, Login } from '@banksia/connector-kit'
import {
  type ConformanceBank,
  type ConformanceChallenge,
  type ConformanceFixtures,
  conformance,
} from '@banksia/connector-kit/conformance'
import { networkBank } from '@banksia/connector-kit/testing'
import { type Banks, createBanks } from '@banksia/sandbox'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { connectors } from '../index.ts'

/** Wednesday noon in Sydney: the bank has pending rows, and today's first rows are posted. */
const now = new Date('2025-05-07T02:00:00Z')
let banks: Banks
let origin: string
let worlds = 0

beforeAll(async () => {
  banks = await createBanks({ now: () => now })
  origin = await banks.listen({ host: '127.0.0.1', port: 0 })
})
afterAll(() => banks.close())

const bases: Readonly<Record<string, string>> = {
  AU00000: '/hooli',
  AU00002: '/pied-piper',
  AU00003: '/nucleus/ib',
  AU00004: '/hooligov/ib',
}
const fixturesOf: Readonly<Record<string, string>> = {
  AU00000: 'hooli',
  AU00002: 'pied-piper',
  AU00003: 'nucleus',
  AU00004: 'nucleus',
}

/** A bank in a world of its own, so that its counters start again. */
function bankOf(connector: Connector): ConformanceBank {
  const headers = { 'sandbox-world': `test-${++worlds}`, 'sandbox-time': now.toISOString() }
  return {
    http: networkBank({ origins: [origin], headers }),
    origin: `${origin}${bases[connector.institution.id]}`,
    now,
  }
}

const passwords = {
  'Wentworth-Smith': 'whislter',
  Whistler: 'ShowBox',
  Gilfoyle: 'PiedPiper',
  gavinBelson: 'hooli2016',
  jared: 'django',
  richard: 'tabsnotspaces',
  laurieBream: 'business2024',
  ashMann: 'hooli2024',
}
type Persona = keyof typeof passwords
const everybody = Object.keys(passwords) as Persona[]
const loginOf = (persona: Persona): Login => ({ loginId: persona, password: passwords[persona] })

const code: Challenge = {
  method: 'token',
  description: 'A SMS code has been sent to your device, please enter valid number.',
  input: ['OTP Password'],
}
const questions = (...input: string[]): Challenge => ({
  method: 'security-questions',
  description: 'security-questions',
  input,
})
const company = "What's your first company?"
const favourite = ["What's your favourite company?", "What's the ID of this institution?"]

function challengesOf(connector: Connector): ConformanceChallenge[] {
  if (connector.institution.authorization === 'user') return []
  const one = (persona: Persona, challenge: Challenge, answers: string[], wrongAnswers: string[]) => ({
    login: loginOf(persona),
    challenge,
    answers,
    wrongAnswers,
  })
  return [
    ...(['jared', 'richard', 'laurieBream', 'ashMann'] as const).map((persona) =>
      one(persona, code, ['1234'], ['4321']),
    ),
    ...(['gavinBelson', 'Gilfoyle'] as const).map((persona) =>
      one(persona, questions(company), ['Hooli'], ['hooli']),
    ),
    one('Whistler', questions(...favourite), ['Basiq', 'AU00000'], ['Basiq', 'AU00009']),
    one(
      'Wentworth-Smith',
      questions(...favourite),
      ['Basiq', connector.institution.id],
      ['basiq', 'AU00000'],
    ),
  ]
}

const rightAnswers: Readonly<Record<string, string>> = {
  'OTP Password': '1234',
  [company]: 'Hooli',
  "What's your favourite company?": 'Basiq',
  "What's the ID of this institution?": 'AU00000',
}

export function fixturesFor(connector: Connector, persona: Persona): ConformanceFixtures {
  const folder = fixturesOf[connector.institution.id]
  const maintenance = readFileSync(new URL(`${folder}/fixtures/maintenance.html`, import.meta.url), 'utf8')
  return {
    bank: () => bankOf(connector),
    login: loginOf(persona),
    answers: ({ input }) => input.map((label) => rightAnswers[label] ?? ''),
    wrongLogin: { ...loginOf(persona), password: 'WHISLTER' },
    lockedLogin: { loginId: 'bighead', password: 'password' },
    noticeLogin: { loginId: 'erlich', password: 'aviato' },
    unavailableLogin: { loginId: 'jianYang', password: 'nothotdog' },
    challenges: challengesOf(connector),
    maintenance: { status: 503, text: maintenance },
  }
}

for (const connector of connectors) {
  conformance(connector, fixturesFor(connector, 'Wentworth-Smith'), { describe, it })
}
