import type { Bank } from '../../site/bank.ts'
import { createHooliPages } from './pages.ts'

const style = `
body{margin:0;font:16px/1.5 "Helvetica Neue",Arial,sans-serif;color:#1c2733;background:#f3f6fa}
header{background:#0b4f8a;color:#fff;padding:1rem 2rem;display:flex;gap:2rem;align-items:center;flex-wrap:wrap}
header a,header span{color:#fff;text-decoration:none;margin-right:1rem}.brand{font-size:1.5rem}
nav{display:flex;flex:1;align-items:center;flex-wrap:wrap}nav form{margin-left:auto}
main{max-width:64rem;margin:2rem auto;background:#fff;padding:1.5rem 2rem;border-radius:8px;box-shadow:0 1px 4px #0002}
h1{font-size:1.4rem;margin-top:0}table{border-collapse:collapse;width:100%}
th,td{text-align:left;padding:.45rem .6rem;border-bottom:1px solid #dde5ee;vertical-align:top}
.debit,.credit,.balance,.available{text-align:right;white-space:nowrap}.pending td{color:#5a6675;font-style:italic}
input[type=text],input[type=password]{display:block;width:20rem;max-width:100%;padding:.5rem;border:1px solid #8a99a8;border-radius:4px}
button{background:#0b4f8a;color:#fff;border:1px solid #fff;border-radius:4px;padding:.5rem 1.2rem;font:inherit}
.alert{background:#fdecec;color:#8c1010;padding:.6rem 1rem;border-radius:4px}.status{background:#e8f1fb;padding:.6rem 1rem}
footer{text-align:center;color:#5a6675;font-size:.85rem;padding:1rem}`

/** Hooli Bank: the main test bank. It never challenges. */
export const createHooli = (): Bank => {
  const place = {
    base: '/hooli',
    name: 'Hooli Bank',
    paths: {
      login: '/login',
      accounts: '/accounts',
      account: '/accounts/:ref',
      history: '/accounts/:ref/transactions',
      profile: '/profile',
      logout: '/logout',
      forgotten: '/forgotten-password',
      locked: '/locked',
      notice: '/notice',
    },
    fields: {
      token: 'csrfToken',
      loginId: 'loginId',
      password: 'password',
      answers: { code: [], questions: [] },
      accept: 'accept',
    },
  } as const
  return {
    ...place,
    id: 'AU00000',
    brand: 'Hooli',
    cookie: 'HOOLISESSION',
    challenges: 'never',
    paging: 'page',
    pages: createHooliPages(place),
    style,
  }
}
