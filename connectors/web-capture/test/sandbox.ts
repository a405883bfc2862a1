import { readFileSync } from 'node:fs'
import type { Challenge, Connector, Login } from '@banksia/connector-kit'
import type {
  ConformanceBank,
  ConformanceChallenge,
  ConformanceFixtures,
} from '@banksia/connector-kit/conformance'
import { networkBank } from '@banksia/connector-kit/testing'
import { type Banks, createBanks } from '@banksia/sandbox'
import { afterAll, beforeAll } from 'vitest'

/** Wednesday noon in Sydney: the bank has pending rows, and today's first rows are posted. */
export const now = new Date('2025-05-07T02:00:00Z')
/** Posted rows of the login `bench`. */
export const benchRows = 731

/** The sandbox's banks over HTTP, as long as the tests of the calling file run. */
export interface SandboxBanks {
  /** The connector's bank in a world of its own, so that its counters start again; `world` names one to come back to. */
  bankOf(connector: Connector, options?: { world?: string; at?: Date }): ConformanceBank
  setMaintenance(connector: Connector, world: string): void
}

export function useSandboxBanks(): SandboxBanks {
  let banks: Banks
  let origin: string
  let worlds = 0
  beforeAll(async () => {
    banks = await createBanks({ now: () => now, benchRows })
    origin = await banks.listen({ host: '127.0.0.1', port: 0 })
  })
  afterAll(() => banks.close())
  return {
    bankOf(connector, { world = `test-${++worlds}`, at = now } = {}) {
      const headers = { 'sandbox-world': world, 'sandbox-time': at.toISOString() }
      const http = networkBank({ origins: [origin], headers })
      return { http, origin: `${origin}${bases[connector.institution.id]}`, now: at }
    },
    setMaintenance: ({ institution }, world) => banks.worlds.open(world).setMaintenance(institution.id, true),
  }
}

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
export type Persona = keyof typeof passwords
export const everybody = Object.keys(passwords) as Persona[]
export const loginOf = (persona: Persona): Login => ({ loginId: persona, password: passwords[persona] })

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

export const rightAnswersTo = ({ input }: Challenge): string[] =>
  input.map((label) => rightAnswers[label] ?? '')

/** What the suite needs to know of a sandbox bank. */
export function fixturesFor(connector: Connector, banks: SandboxBanks): ConformanceFixtures {
  const persona = 'Wentworth-Smith'
  const folder = fixturesOf[connector.institution.id]
  const maintenance = readFileSync(
    new URL(`../src/banks/${folder}/fixtures/maintenance.html`, import.meta.url),
    'utf8',
  )
  return {
    bank: () => banks.bankOf(connector),
    login: loginOf(persona),
    answers: rightAnswersTo,
    wrongLogin: { ...loginOf(persona), password: 'WHISLTER' },
    lockedLogin: { loginId: 'bighead', password: 'password' },
    noticeLogin: { loginId: 'erlich', password: 'aviato' },
    unavailableLogin: { loginId: 'jianYang', password: 'nothotdog' },
    challenges: challengesOf(connector),
    maintenance: { status: 503, text: maintenance },
  }
}
