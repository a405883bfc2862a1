import type { Bank } from '../../site/bank.ts'
import { createLedgerPages } from './pages.ts'

const style = (colour: string): string => `
body{margin:0;font:14px/1.45 Verdana,Tahoma,sans-serif;color:#222;background:#fff}
#banner{background:${colour};color:#fff;font-size:1.4rem;padding:.8rem 1.2rem}
#menu{background:#eee;padding:.4rem 1.2rem;display:flex;gap:1.2rem;align-items:center;flex-wrap:wrap}#menu form{margin-left:auto}
#content{padding:1rem 1.2rem;max-width:60rem}h2{color:${colour};font-size:1.2rem}
.grid,.facts{border-collapse:collapse;width:100%;margin:.6rem 0}.grid th{background:${colour};color:#fff}
.grid caption{text-align:left;font-weight:bold;padding:.3rem 0}th,td{text-align:left;padding:.3rem .5rem}
.grid td,.facts td,.facts th{border:1px solid #ccc}.facts th{width:14rem;background:#f6f6f6}.ref{color:#555}
input{font:inherit;padding:.25rem}.error{color:#a00000;font-weight:bold}.status{color:#333;background:#ffe9;padding:.4rem}
#legal{padding:1rem 1.2rem;color:#555;font-size:.8rem}`

const paths = {
  login: '/logon',
  code: '/security-code',
  questions: '/security-questions',
  accounts: '/portfolio',
  account: '/account',
  history: '/history',
  profile: '/details',
  logout: '/logoff',
  forgotten: '/reset',
  locked: '/locked',
  notice: '/notice',
} as const

const fields = {
  token: '_token',
  loginId: 'customer_id',
  password: 'access_code',
  answers: { code: ['securityCode'], questions: ['q1', 'q2'] },
  accept: 'accepted',
} as const

/** Nucleus Bank: asks a second question at every second login. */
export const createNucleus = (): Bank => {
  const place = { base: '/nucleus/ib', name: 'Nucleus Bank', paths, fields }
  return {
    ...place,
    id: 'AU00003',
    brand: 'Nucleus',
    cookie: 'NUCLEUSID',
    challenges: 'every-second-login',
    paging: 'start',
    pages: createLedgerPages(place),
    style: style('#5b2a86'),
  }
}

/** HooliGov Bank: the same software as Nucleus, with a list of statements. */
export const createHooliGov = (): Bank => {
  const place = {
    base: '/hooligov/ib',
    name: 'HooliGov Bank',
    paths: { ...paths, statements: '/statements' },
    fields,
  }
  return {
    ...place,
    id: 'AU00004',
    brand: 'HooliGov',
    cookie: 'GOVSESSION',
    challenges: 'every-second-login',
    paging: 'start',
    pages: createLedgerPages(place),
    style: style('#1f3a5f'),
  }
}
