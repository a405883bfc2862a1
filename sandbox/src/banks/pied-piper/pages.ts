import {
  type AccountView,
  accountFacts,
  type Bank,
  linkTo,
  localityLine,
  type Pages,
  profileFacts,
  type Shell,
} from '../../site/bank.ts'
import { plainDate, withMinus, withSign } from '../../site/format.ts'
import { type Html, html } from '../../site/html.ts'
import { messages, noticeText } from '../../site/messages.ts'

type PiedPiperBank = Pick<Bank, 'base' | 'name' | 'paths' | 'fields'>

type Pair = readonly [string, string | Html]

const frame = (
  bank: PiedPiperBank,
  screen: string,
  title: string,
  body: Html,
  menu?: Html,
): Html => html`<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><title>Pied Piper Bank – ${title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="stylesheet" href="${bank.base}/style.css"></head>
<body><div class="top"><strong>Pied Piper</strong> bank, compressed${menu}</div>
<main data-screen="${screen}"><h1>${title}</h1>
${body}</main>
<small class="foot">Pied Piper Bank is fictional.</small></body></html>`

const hidden = (bank: PiedPiperBank, token: string): Html =>
  html`<input type="hidden" name="${bank.fields.token}" value="${token}">`

const alertLine = (text: string | undefined): Html =>
  text === undefined ? html`` : html`<div class="problem" role="alert">${text}</div>`

const definitions = (className: string, facts: readonly Pair[]): Html =>
  html`<dl class="${className}">${facts.map(([label, value]) => html`<dt>${label}</dt><dd>${value}</dd>\n`)}</dl>`

const input = (label: string, name: string, type: string, value = ''): Html =>
  html`<label for="${name}">${label}</label><input type="${type}" name="${name}" id="${name}" value="${value}" maxlength="200" autocomplete="off">\n`

const accountCard = (bank: PiedPiperBank, account: AccountView): Html =>
  html`<article class="account"><h2><a href="${linkTo(bank, bank.paths.account, account.reference)}">${account.name}</a></h2>
${definitions('sums', [
  ['Account number', account.accountNo],
  ['Balance', withMinus(account.balance)],
  ['Available', withMinus(account.available)],
])}</article>\n`

const item = (
  row: { day: number; description: string; amount: number; reference?: string },
  balance?: number,
): Html => {
  const facts: Pair[] = [
    ['Date', plainDate(row.day)],
    ['Amount', withSign(row.amount)],
  ]
  if (balance !== undefined) facts.push(['Balance', withMinus(balance)])
  if (row.reference) facts.push(['Reference', row.reference])
  return html`<article><h3>${row.description}</h3>${definitions('row', facts)}</article>\n`
}

const form = (bank: PiedPiperBank, path: string, token: string, body: Html, button: string): Html =>
  html`<form action="${linkTo(bank, path)}" method="POST">${hidden(bank, token)}${body}<button>${button}</button></form>`

/** What everybody sees. */
const entryPages = (bank: PiedPiperBank): Pick<Pages, 'login' | 'challenge' | 'message'> => ({
  login: (view) =>
    frame(
      bank,
      'sign-in',
      'Sign in',
      html`${view.status === undefined ? html`` : html`<div class="info" role="status">${view.status}</div>`}${alertLine(view.alert)}
${form(
  bank,
  bank.paths.login,
  view.token,
  html`${input('Username', bank.fields.loginId, 'text', view.loginId)}${input('Passphrase', bank.fields.password, 'password')}`,
  'Sign in',
)}<a class="forgotten" href="${linkTo(bank, bank.paths.forgotten)}">I forgot my passphrase</a>`,
    ),
  challenge: (method, view) =>
    frame(
      bank,
      method,
      method === 'code' ? 'Is it you?' : 'A few questions',
      html`${alertLine(view.alert)}<p class="prompt">${view.prompt}</p>${form(
        bank,
        bank.paths[method] ?? '',
        view.token,
        html`${view.labels.map((label, index) => input(label, bank.fields.answers[method][index] ?? '', 'text'))}`,
        'Verify',
      )}`,
    ),
  message: (page) => frame(bank, page, messages[page].title, html`<p>${messages[page].text}</p>`),
})

/** What a person sees who is logged in. */
const customerPages = (bank: PiedPiperBank): Omit<Pages, 'login' | 'challenge' | 'message'> => {
  const inside = (shell: Shell, screen: string, title: string, body: Html): Html =>
    frame(
      bank,
      screen,
      title,
      body,
      html`<div class="menu"><a href="${linkTo(bank, bank.paths.accounts)}">Home</a> <a href="${linkTo(bank, bank.paths.profile)}">Me</a>
<form action="${linkTo(bank, bank.paths.logout)}" method="POST">${hidden(bank, shell.token)}<button>Sign out, ${shell.customer}</button></form></div>`,
    )
  return {
    accounts: (shell, accounts) =>
      inside(shell, 'home', 'Home', html`${accounts.map((account) => accountCard(bank, account))}`),
    account: (shell, account) =>
      inside(
        shell,
        'account',
        account.name,
        html`${definitions('facts', accountFacts(account, withMinus))}
<a class="history" href="${linkTo(bank, bank.paths.history, account.reference)}">See all activity</a>`,
      ),
    history: (shell, { account, pending, posted, next, first }) =>
      inside(
        shell,
        'activity',
        'Activity',
        html`<p class="account">${account.name} ${account.accountNo}</p>
${first ? html`<section id="pending"><h2>Pending</h2>${pending.map((row) => item(row))}</section>` : html``}
<section id="activity"><h2>Done</h2>${posted.map((row) => item(row, row.balance))}</section>
${next === undefined ? html`` : html`<a class="older" href="${next}">Older activity</a>`}`,
      ),
    profile: (shell, persona) => {
      const { street } = persona.person.address
      const address = html`<address>${street === undefined ? html`` : html`${street}<br>`}${localityLine(persona)}<br>Australia</address>`
      return inside(
        shell,
        'me',
        'About me',
        definitions('facts', [...profileFacts(persona), ['Address', address]]),
      )
    },
    notice: (shell, alert) =>
      inside(
        shell,
        'notice',
        'News that needs you',
        html`${alertLine(alert)}<p>${noticeText}</p>${form(
          bank,
          bank.paths.notice,
          shell.token,
          html`<input type="checkbox" id="agree" name="${bank.fields.accept}" value="yes"><label for="agree">I agree</label>`,
          'Continue',
        )}`,
      ),
  }
}

/** Pied Piper's site: articles and definition lists, and a link to what is older. */
export const createPiedPiperPages = (bank: PiedPiperBank): Pages => ({
  ...entryPages(bank),
  ...customerPages(bank),
})
