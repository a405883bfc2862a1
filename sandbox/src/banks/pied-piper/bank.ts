import type { Bank } from '../../site/bank.ts'
import { createPiedPiperPages } from './pages.ts'

const style = `
body{margin:0 auto;max-width:46rem;padding:1rem;font:17px/1.5 Georgia,"Times New Roman",serif;color:#20321f;background:#fbfdf8}
.top{border-bottom:3px solid #2e7d32;padding-bottom:.5rem;color:#2e7d32}.top strong{font-size:1.5rem}
.menu{display:flex;gap:1rem;align-items:center;margin-top:.5rem}.menu form{margin-left:auto}a{color:#1b5e20}
article{border:1px solid #cfdccb;border-radius:10px;padding:.6rem 1rem;margin:.7rem 0;background:#fff}
article h2,article h3{font-size:1.05rem;margin:0}dl{display:grid;grid-template-columns:max-content 1fr;gap:.1rem 1rem;margin:.4rem 0}
dt{color:#55684f}dd{margin:0;text-align:right}.facts dd{text-align:left}
label,input{display:block}input[type=checkbox],input[type=checkbox]+label{display:inline-block}
input{font:inherit;padding:.4rem;margin:.2rem 0 .8rem;border:1px solid #7a8f74;border-radius:6px}
button{font:inherit;background:#2e7d32;color:#fff;border:0;border-radius:6px;padding:.4rem 1rem}
.problem{border-left:4px solid #b00020;padding:.4rem .8rem;background:#fff0f0}.info{border-left:4px solid #2e7d32;padding:.4rem .8rem}
.foot{color:#55684f}`

/** Pied Piper Bank: always asks a second question after the password. */
export const createPiedPiper = (): Bank => {
  const place = {
    base: '/pied-piper',
    name: 'Pied Piper Bank',
    paths: {
      login: '/sign-in',
      code: '/verify/code',
      questions: '/verify/questions',
      accounts: '/home',
      account: '/account/:ref',
      history: '/account/:ref/activity',
      profile: '/me',
      logout: '/sign-out',
      forgotten: '/help/forgotten',
      locked: '/locked',
      notice: '/notice',
    },
    fields: {
      token: 'authenticity_token',
      loginId: 'username',
      password: 'passphrase',
      answers: { code: ['otp'], questions: ['answer_1', 'answer_2'] },
      accept: 'agree',
    },
  } as const
  return {
    ...place,
    id: 'AU00002',
    brand: 'Pied Piper',
    cookie: 'pp_sid',
    challenges: 'always',
    paging: 'older',
    pages: createPiedPiperPages(place),
    style,
  }
}
