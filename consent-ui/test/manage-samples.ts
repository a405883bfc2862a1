import type { Bank, ConnectionLine, ConsentScreen, ConsentSummary, PageContext, View } from '../src/view.ts'

interface Base {
  readonly page: PageContext
  readonly inner: PageContext
  readonly consent: ConsentScreen
  readonly hooli: Bank
  readonly piper: Bank
}

const active: ConsentSummary = {
  id: 'a1',
  status: 'active',
  given: '2026-11-24T00:00:00Z',
  until: '2027-11-24T00:00:00Z',
  ended: null,
}
const ended: ConsentSummary = {
  ...active,
  id: 'a0',
  status: 'revoked',
  given: '2025-03-01T00:00:00Z',
  ended: { at: '2025-09-01T00:00:00Z', reason: 'you' },
}
const expired: ConsentSummary = {
  ...ended,
  id: 'a2',
  status: 'expired',
  ended: { at: '2025-03-01T00:00:00Z', reason: 'expired' },
}

const line = (bank: Bank, group: ConnectionLine['group'], over: Partial<ConnectionLine> = {}) => ({
  id: `${bank.id}-${group}`,
  bank,
  method: 'web' as const,
  group,
  accounts: [
    { id: '1', name: 'Hooli Transaction', number: 'xxxx5901' },
    { id: '2', name: 'Hooli Home Loan', number: 'xxxx5678' },
  ],
  connectedOn: '2026-11-24T00:00:00Z',
  lastUpdated: '2026-11-25T00:00:00Z',
  expiresOn: null,
  ...over,
})

type Samples = Record<string, { view: View; page: PageContext }>

const adviser = { name: 'Ridge Accounting', type: 'Accountant', referenceType: 'ABN', referenceId: '5182' }

/** Pages of Manage, Extend and Update, of the change of a login and of an auth link. */
export const manageSamples = (base: Base) => ({
  ...homes(base),
  ...endings(base),
  ...reviews(base),
  ...doors(base),
})

function homes({ page, inner, consent, hooli, piper }: Base) {
  const calm = { ...page, firstStep: false }
  const back = { ...inner, back: '/flow/1/manage' }
  const lines = [
    line(hooli, 'expiring', { method: 'open-banking', expiresOn: '2026-11-30T00:00:00Z' }),
    line(piper, 'attention'),
    line(piper, 'waiting', { accounts: [], lastUpdated: null }),
    line(hooli, 'connected'),
  ]
  return {
    'S-16': {
      page: calm,
      view: {
        screen: 'S-16',
        current: {
          consent: active,
          terms: { ...consent, adviser, retainData: true },
          daysLeft: 6,
          handling: 'de-identify',
        },
        connections: lines,
        history: [ended, expired],
      },
    },
    'S-16-history': {
      page: calm,
      view: { screen: 'S-16', current: null, connections: [], history: [ended, expired] },
    },
    'S-16-empty': { page: calm, view: { screen: 'S-16', current: null, connections: [], history: [] } },
    'S-17': {
      page: back,
      view: {
        screen: 'S-17',
        consent: active,
        terms: { ...consent, adviser, retainData: true },
        handling: 'de-identify',
        notShared: ['Transaction details'],
        amendments: [
          {
            at: '2026-12-24T00:00:00Z',
            text: 'End date changed',
            days: { from: '2027-01-01T00:00:00Z', to: '2027-11-24T00:00:00Z' },
          },
        ],
        collected: lines,
      },
    },
    'S-18': {
      page: back,
      view: { screen: 'S-18', connection: line(hooli, 'connected'), clusters: ['Transaction details'] },
    },
    'S-18-open-banking': {
      page: back,
      view: {
        screen: 'S-18',
        connection: line(hooli, 'expiring', { method: 'open-banking', expiresOn: '2026-11-30T00:00:00Z' }),
        clusters: ['Transaction details'],
      },
    },
    'S-21': {
      page: back,
      view: {
        screen: 'S-21',
        consent: ended,
        terms: consent,
        handling: 'delete',
        notShared: [],
        amendments: [],
        collected: [],
      },
    },
  } satisfies Samples
}

function endings({ page, inner, consent, hooli, piper }: Base) {
  const calm = { ...page, firstStep: false }
  const back = { ...inner, back: '/flow/1/manage' }
  const stop = {
    screen: 'S-19',
    banks: [hooli, piper],
    clusters: consent.clusters.map((row) => row.name),
    consequences: 'Your budget is no longer updated.',
    handling: 'de-identify',
    mayElect: true,
    adviser: 'Ridge Accounting',
    at: null,
  } as const
  const disconnect = {
    screen: 'S-20',
    connectionId: '1',
    bank: hooli,
    accounts: line(hooli, 'connected').accounts,
    at: null,
  } as const
  return {
    'S-19': { page: back, view: { ...stop, step: 'consequences' } },
    'S-19-confirm': { page: back, view: { ...stop, step: 'confirm', handling: 'delete-elected' } },
    'S-19-done': {
      page: calm,
      view: { ...stop, step: 'done', handling: 'delete', at: '2026-12-24T00:00:00Z' },
    },
    'S-20': { page: back, view: { ...disconnect, step: 'consequences' } },
    'S-20-confirm': { page: back, view: { ...disconnect, step: 'confirm' } },
    'S-20-done': { page: calm, view: { ...disconnect, step: 'done', at: '2026-12-24T00:00:00Z' } },
  } satisfies Samples
}

function reviews({ page, inner, consent, hooli, piper }: Base) {
  const calm = { ...page, firstStep: false }
  const back = { ...inner, back: '/flow/1/manage' }
  const extend = {
    screen: 'S-22',
    policyId: 'p',
    consent: active,
    terms: { ...consent, adviser },
    handling: 'delete',
    newUntil: '2028-02-24T00:00:00Z',
    wouldShorten: false,
    changes: [{ part: 'purpose', from: 'Budget coaching', to: 'Budget coaching and savings goals' }],
    policyChanged: false,
  } as const
  return {
    'S-22': { page, view: { ...extend } },
    'S-22-longer': { page, view: { ...extend, wouldShorten: true, changes: [], policyChanged: true } },
    'S-23': { page: calm, view: { screen: 'S-23', until: '2028-02-24T00:00:00Z' } },
    'S-24': {
      page,
      view: {
        screen: 'S-24',
        clusters: [
          { name: 'Saved payees', permissions: ['Names'], change: 'added', required: false },
          { name: 'Transaction details', permissions: ['Amounts'], change: 'removed', required: true },
          { name: 'Name and occupation', permissions: ['Name'], change: 'changed', required: true },
          {
            name: 'Account name, type and balance',
            permissions: ['Name of account'],
            change: 'unchanged',
            required: true,
          },
        ],
        changes: extend.changes,
        until: active.until,
        newUntil: extend.newUntil,
        banks: [hooli, piper],
        mayKeep: true,
      },
    },
    'S-25': {
      page: back,
      view: {
        ...consent,
        screen: 'S-25',
        changed: ['purpose', 'handling', 'duration', 'parties'],
        clusters: consent.clusters.map((row, index) => (index === 0 ? row : { ...row, change: 'added' })),
      },
    },
    'S-26': {
      page: calm,
      view: {
        screen: 'S-26',
        banks: [
          { bank: hooli, state: 'disconnected', jobId: null },
          { bank: piper, state: 'needs-answer', jobId: 'j' },
          { bank: { ...piper, id: 'AU00003' }, state: 'connected', jobId: 'k' },
        ],
      },
    },
  } satisfies Samples
}

function doors({ page, inner, hooli }: Base) {
  const back = { ...inner, back: '/flow/1/manage' }
  const link = {
    screen: 'S-30',
    linkId: '1',
    mobile: '••• ••• 006',
    error: null,
    state: 's',
    mayResend: true,
    minutesLocked: 0,
  } as const
  const outside = { ...page, firstStep: false, launchPath: null }
  return {
    'S-30': { page: outside, view: { ...link, step: 'send' } },
    'S-30-code': { page: outside, view: { ...link, step: 'code', error: 'wrong' } },
    'S-30-locked': { page: outside, view: { ...link, step: 'locked', minutesLocked: 15 } },
    'S-29': {
      page: back,
      view: {
        screen: 'S-29',
        connectionId: '1',
        bank: hooli,
        fields: [
          { name: 'loginId', label: 'Login', secret: false, value: 'We••••••th', error: null },
          { name: 'password', label: 'Password', secret: true, value: '', error: 'Enter your Password' },
        ],
        forgottenPasswordUrl: null,
      },
    },
  } satisfies Samples
}
