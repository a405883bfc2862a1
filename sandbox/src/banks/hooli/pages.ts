import {
  type AccountView,
  accountFacts,
  type Bank,
  linkTo,
  type Pages,
  profileFacts,
  type Shell,
} from '../../site/bank.ts'
import { numericDate, unsigned, withMinus } from '../../site/format.ts'
import { type Html, html } from '../../site/html.ts'
import { messages, noticeText } from '../../site/messages.ts'

type HooliBank = Pick<Bank, 'base' | 'name' | 'paths' | 'fields'>

const frame = (
  bank: HooliBank,
  page: string,
  title: string,
  body: Html,
  nav?: Html,
): Html => html`<!doctype html>
<html lang="en-AU">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} | ${bank.name}</title><link rel="stylesheet" href="${bank.base}/style.css"></head>
<body id="page-${page}">
<header><a class="brand" href="${bank.base}/">hooli<b>bank</b></a>${nav}</header>
<main><h1>${title}</h1>
${body}
</main>
<footer>Hooli Bank is a fictional bank. Nobody's money is kept here.</footer>
</body></html>`

const alertBox = (text: string | undefined): Html =>
  text === undefined ? html`` : html`<p class="alert" role="alert">${text}</p>`

const tokenField = (bank: HooliBank, token: string): Html =>
  html`<input type="hidden" name="${bank.fields.token}" value="${token}">`

const pairs = (id: string, facts: readonly (readonly [string, string])[]): Html =>
  html`<table id="${id}"><tbody>${facts.map(
    ([label, value]) => html`<tr><th scope="row">${label}</th><td>${value}</td></tr>\n`,
  )}</tbody></table>`

const textField = (label: string, name: string, type: string, value = ''): Html =>
  html`<p><label for="${name}">${label}</label>
<input id="${name}" name="${name}" type="${type}" value="${value}" maxlength="200" autocomplete="off" required></p>`

const accountRow = (bank: HooliBank, account: AccountView): Html =>
  html`<tr><td class="name"><a href="${linkTo(bank, bank.paths.account, account.reference)}">${account.name}</a></td>
<td class="number">${account.accountNo}</td><td class="balance">${withMinus(account.balance)}</td>
<td class="available">${withMinus(account.available)}</td></tr>\n`

const cells = (row: { day: number; description: string; reference?: string; amount: number }): Html =>
  html`<td class="date">${numericDate(row.day)}</td><td class="description">${row.description}</td>
<td class="reference">${row.reference}</td><td class="debit">${row.amount < 0 ? unsigned(row.amount) : ''}</td>
<td class="credit">${row.amount < 0 ? '' : unsigned(row.amount)}</td>`

/** What everybody sees. */
const entryPages = (bank: HooliBank): Pick<Pages, 'login' | 'message'> => ({
  login: (view) =>
    frame(
      bank,
      'login',
      'Log in to internet banking',
      html`${view.status === undefined ? html`` : html`<p class="status" role="status">${view.status}</p>`}${alertBox(view.alert)}
<form id="login" method="post" action="${linkTo(bank, bank.paths.login)}">${tokenField(bank, view.token)}
${textField('Login ID', bank.fields.loginId, 'text', view.loginId)}${textField('Password', bank.fields.password, 'password')}
<button>Log in</button></form><p><a href="${linkTo(bank, bank.paths.forgotten)}">Forgotten your password?</a></p>`,
    ),
  message: (page) => frame(bank, page, messages[page].title, html`<p>${messages[page].text}</p>`),
})

/** What a person sees who is logged in. */
const customerPages = (bank: HooliBank): Omit<Pages, 'login' | 'message'> => {
  const inside = (shell: Shell, page: string, title: string, body: Html): Html =>
    frame(
      bank,
      page,
      title,
      body,
      html`<nav><a href="${linkTo(bank, bank.paths.accounts)}">Accounts</a>
<a href="${linkTo(bank, bank.paths.profile)}">Profile</a><span class="customer">${shell.customer}</span>
<form class="logout" method="post" action="${linkTo(bank, bank.paths.logout)}">${tokenField(bank, shell.token)}<button>Log out</button></form></nav>`,
    )
  return {
    accounts: (shell, accounts) =>
      inside(
        shell,
        'accounts',
        'Your accounts',
        html`<table id="accounts"><thead><tr><th>Account</th><th>Number</th><th>Balance</th><th>Available</th></tr></thead>
<tbody>${accounts.map((account) => accountRow(bank, account))}</tbody></table>`,
      ),
    account: (shell, account) =>
      inside(
        shell,
        'account',
        account.name,
        html`${pairs('details', accountFacts(account, withMinus))}
<p><a class="history" href="${linkTo(bank, bank.paths.history, account.reference)}">Transactions</a></p>`,
      ),
    history: (shell, { account, pending, posted, next }) =>
      inside(
        shell,
        'transactions',
        `${account.name} transactions`,
        html`<p class="account">${account.accountNo}</p><table id="transactions"><thead><tr><th>Date</th><th>Description</th>
<th>Reference</th><th>Debit</th><th>Credit</th><th>Balance</th></tr></thead>
<tbody class="pending">${pending.map((row) => html`<tr>${cells(row)}<td class="balance">Pending</td></tr>\n`)}</tbody>
<tbody class="posted">${posted.map(
          (row) => html`<tr>${cells(row)}<td class="balance">${withMinus(row.balance)}</td></tr>\n`,
        )}</tbody></table>${next === undefined ? html`` : html`<p class="pages"><a rel="next" href="${next}">Next page</a></p>`}`,
      ),
    profile: (shell, persona) => {
      const { address } = persona.person
      return inside(
        shell,
        'profile',
        'Your profile',
        pairs('profile', [
          ...profileFacts(persona),
          ...(address.street === undefined ? [] : [['Street', address.street] as const]),
          ['Suburb', address.suburb],
          ['State', address.state],
          ...(address.postcode === undefined ? [] : [['Postcode', address.postcode] as const]),
          ['Country', 'Australia'],
        ]),
      )
    },
    notice: (shell, alert) =>
      inside(
        shell,
        'notice',
        'Please read this first',
        html`${alertBox(alert)}<p>${noticeText}</p><form id="notice" method="post" action="${linkTo(bank, bank.paths.notice)}">${tokenField(bank, shell.token)}
<p><input id="accept" type="checkbox" name="${bank.fields.accept}" value="yes"><label for="accept">I have read and accept the terms</label></p>
<button>Go on</button></form>`,
      ),
  }
}

/** Hooli's own site: tables, Debit and Credit columns, numbered pages. */
export const createHooliPages = (bank: HooliBank): Pages => ({ ...entryPages(bank), ...customerPages(bank) })
