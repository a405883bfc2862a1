import type { Bank, BankTile, ConsentScreen, PageContext, View } from '../src/view.ts'
import { manageSamples } from './manage-samples.ts'

const page: PageContext = {
  brandName: 'Maple Budget',
  referenceName: 'Maple Budget',
  launchPath: '/flow/1',
  csrf: 'sample',
  canHandBack: true,
  mayWithdraw: false,
  firstStep: true,
  back: null,
  headerImage: null,
  reference: '2f6f0c1e-6d1e-4a8a-9b77-0d1f6a0f7c11',
  returnUrl: null,
}
const inner: PageContext = { ...page, firstStep: false, back: '/flow/1/banks' }
const outside: PageContext = { ...page, launchPath: null, returnUrl: 'https://partner.example/' }

const bank = (id: string, shortName: string): Bank => ({
  id,
  shortName,
  name: `${shortName} Bank`,
  logo: `/logos/${id}-square.svg`,
})
const hooli = bank('AU00000', 'Hooli')
const piper = bank('AU00002', 'Pied Piper')
const tiles: BankTile[] = [
  { ...hooli, status: null, connected: true, aliases: [] },
  { ...bank('AU00004', 'HooliGov'), status: 'under-maintenance', connected: false, aliases: [] },
  { ...bank('AU00003', 'Nucleus'), status: 'major-outage', connected: false, aliases: [] },
  { ...piper, status: null, connected: false, aliases: [] },
]

const consent: ConsentScreen = {
  screen: 'S-02',
  policyId: 'c9d5b3c0-1f1e-4f8b-9a53-4a8c3f0c9a10',
  title: 'Share your financial data',
  subtitle: 'We need to connect to your bank to collect some information about your finances',
  clusters: [
    {
      scope: 'customer.person.detail',
      name: 'Name, occupation, contact details',
      permissions: ['Name', 'Occupation', 'Phone', 'Email address', 'Mail address', 'Residential address'],
      reason: 'To make sure the accounts are yours.',
      required: true,
      ticked: true,
    },
    {
      scope: 'account.basic',
      name: 'Account name, type and balance',
      permissions: ['Name of account', 'Type of account', 'Account balance'],
      reason: 'To list your accounts.',
      required: true,
      ticked: true,
    },
    {
      scope: 'transaction.detail',
      name: 'Transaction details',
      permissions: ['Incoming and outgoing transactions', 'Amounts', 'Dates', 'Descriptions of transactions'],
      reason: 'To see what you spend.',
      required: false,
      ticked: false,
    },
  ],
  purposes: [{ title: 'Budget coaching', description: 'We use your spending to build a budget with you.' }],
  dataFrom: '2024-11-24T00:00:00Z',
  until: '2027-11-24T00:00:00Z',
  days: 365,
  frequency: 'ongoing',
  parties: [
    { name: 'Banksia Example', role: 'Runs this service', reason: 'Collects the data for Maple Budget.' },
  ],
  retainData: false,
  manageUrl: null,
  supportContact: 'help@partner.example',
  adviser: null,
  policyChanged: false,
}

const failed = (
  cause: 'wrong-details' | 'locked' | 'user-action' | 'unavailable' | 'not-approved' | 'timed-out' | 'other',
) => ({
  page: inner,
  view: {
    screen: 'S-14',
    bank: hooli,
    cause,
    forgottenPasswordUrl: 'https://bank.example/',
    severalBanks: false,
    retryTo: '/flow/1/login/AU00000',
    backTo: '/flow/1/banks',
    changesLogin: cause === 'wrong-details',
  } satisfies View,
})
const error = (screen: 'E-TOKEN' | 'E-DELETING' | 'E-500' | 'E-NOCONN') => ({
  page: outside,
  view: { screen, retry: screen === 'E-500' ? '/flow/1' : null } satisfies View,
})
const challenge = {
  jobId: 'j',
  bank: piper,
  msLeft: 120_000,
  wrong: false,
  attemptsLeft: null,
  error: null,
  retryTo: '/flow/1/login/AU00002',
  backTo: '/flow/1/banks',
} as const
const fields = [
  { name: 'loginId', label: 'Login', secret: false, value: '', error: null },
  { name: 'password', label: 'Password', secret: true, value: '', error: null },
]

const manage = manageSamples({ page, inner, consent, hooli, piper })

/** One page of each kind, for the gallery and for the tests of every screen. */
export const samples: Record<string, { view: View; page: PageContext }> = {
  'S-02': { page, view: consent },
  'S-02-adviser': {
    page,
    view: {
      ...consent,
      retainData: true,
      policyChanged: true,
      adviser: {
        name: 'Ridge Accounting',
        type: 'Accountant',
        referenceType: 'ABN',
        referenceId: '51824753556',
      },
    },
  },
  'S-05': {
    page: { ...page, mayWithdraw: true },
    view: { screen: 'S-05', banks: tiles, query: '', notice: null, sharingUntil: null },
  },
  'S-05-again': {
    page,
    view: {
      screen: 'S-05',
      banks: tiles,
      query: '',
      notice: 'institution-not-supported',
      sharingUntil: '2027-11-24T00:00:00Z',
    },
  },
  'S-05-none': { page, view: { screen: 'S-05', banks: [], query: 'zzz', notice: null, sharingUntil: null } },
  'S-06': {
    page: inner,
    view: { screen: 'S-06', bank: { ...piper, status: null, connected: false, aliases: [] }, fixAt: null },
  },
  'S-06-again': {
    page: inner,
    view: {
      screen: 'S-06',
      bank: { ...hooli, status: 'major-outage', connected: true, aliases: [] },
      fixAt: '/flow/1/manage',
    },
  },
  'S-07': {
    page: inner,
    view: { screen: 'S-07', bank: hooli, fields, forgottenPasswordUrl: 'https://bank.example/forgot' },
  },
  'S-07-errors': {
    page: inner,
    view: {
      screen: 'S-07',
      bank: hooli,
      fields: fields.map((field) => ({ ...field, error: `Enter your ${field.label.toLowerCase()}` })),
      forgottenPasswordUrl: null,
    },
  },
  'S-08': {
    page: inner,
    view: {
      screen: 'S-08',
      bank: hooli,
      joined: true,
      stillChecking: false,
      steps: [
        { title: 'verify-credentials', state: 'success' },
        { title: 'retrieve-accounts', state: 'in-progress' },
        { title: 'retrieve-transactions', state: 'pending' },
      ],
    },
  },
  'S-09': {
    page: inner,
    view: {
      ...challenge,
      screen: 'S-09',
      method: 'token',
      description: 'A SMS code has been sent to your device, please enter valid number.',
      inputs: ['OTP Password'],
    },
  },
  'S-09-push': {
    page: inner,
    view: {
      ...challenge,
      screen: 'S-09',
      method: 'push',
      description: 'Open your bank’s app and approve the request.',
      inputs: [],
    },
  },
  'S-09-expired': {
    page: inner,
    view: {
      ...challenge,
      screen: 'S-09',
      method: 'token',
      description: '',
      inputs: ['OTP Password'],
      msLeft: 0,
    },
  },
  'S-10': {
    page: inner,
    view: {
      ...challenge,
      screen: 'S-10',
      method: 'security-questions',
      description: 'Your bank asks these questions to make sure it is you.',
      inputs: ["What's your favourite company?", "What's the ID of this institution?"],
      wrong: true,
      attemptsLeft: 2,
    },
  },
  'S-13': {
    page: inner,
    view: {
      screen: 'S-13',
      bank: hooli,
      collecting: true,
      next: 'hand-back',
      accounts: [
        { id: '1', name: 'Hooli Transaction', number: 'xxxx5901' },
        { id: '2', name: 'Hooli Home Loan', number: 'xxxx5678' },
      ],
    },
  },
  'S-14-wrong': failed('wrong-details'),
  'S-14-locked': failed('locked'),
  'S-14-action': failed('user-action'),
  'S-14-unavailable': failed('unavailable'),
  'S-14-timed-out': failed('timed-out'),
  'S-14-other': failed('other'),
  'S-15': {
    page: inner,
    view: {
      screen: 'S-15',
      declares: false,
      attempts: [
        { jobId: 'a', bank: hooli, state: 'connected', retryTo: '/flow/1/login/AU00003' },
        { jobId: 'b', bank: piper, state: 'in-progress', retryTo: '/flow/1/login/AU00003' },
        { jobId: 'c', bank: bank('AU00003', 'Nucleus'), state: 'failed', retryTo: '/flow/1/login/AU00003' },
      ],
    },
  },
  ...manage,
  'E-TOKEN': error('E-TOKEN'),
  'E-DELETING': error('E-DELETING'),
  'E-500': error('E-500'),
  'E-NOCONN': error('E-NOCONN'),
  'not-offered': { page: outside, view: { screen: 'not-offered', action: 'reauthorise' } },
  'hand-back': { page: inner, view: { screen: 'hand-back', url: 'javascript:void 0' } },
  ended: { page: inner, view: { screen: 'ended', outcome: 'success' } },
}
