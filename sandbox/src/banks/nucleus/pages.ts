import {
  type AccountView,
  accountFacts,
  type Bank,
  type HistoryView,
  linkTo,
  localityLine,
  type Pages,
  profileFacts,
  type Shell,
  type StatementView,
} from '../../site/bank.ts'
import { paddedDate, withMark } from '../../site/format.ts'
import { type Html, html } from '../../site/html.ts'
import { messages, noticeText } from '../../site/messages.ts'

type LedgerBank = Pick<Bank, 'base' | 'name' | 'paths' | 'fields'>

const frame = (
  bank: LedgerBank,
  page: string,
  title: string,
  body: Html,
  menu?: Html,
): Html => html`<!DOCTYPE html>
<html lang="en-AU"><head><meta charset="utf-8"><meta name="page" content="${page}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${bank.name}: ${title}</title><link rel="stylesheet" href="${bank.base}/style.css"></head>
<body><div id="banner">${bank.name}</div>${menu}<div id="content"><h2>${title}</h2>
${body}</div><div id="legal">${bank.name} is not a real institution.</div></body></html>`

const alertText = (text: string | undefined): Html =>
  text === undefined ? html`` : html`<p class="error" role="alert">${text}</p>`

const form = (
  bank: LedgerBank,
  name: string,
  path: string,
  token: string,
  rows: Html,
  button: string,
): Html =>
  html`<form name="${name}" method="post" action="${linkTo(bank, path)}"><input type="hidden" name="${bank.fields.token}" value="${token}">
<table class="form"><tbody>${rows}</tbody></table><input type="submit" value="${button}"></form>`

const field = (label: string, name: string, type: string, value = ''): Html =>
  html`<tr><td><label for="${name}">${label}</label></td><td><input id="${name}" name="${name}" type="${type}" value="${value}" maxlength="200" autocomplete="off"></td></tr>\n`

const facts = (rows: readonly (readonly [string, string])[]): Html =>
  html`<table class="facts"><tbody>${rows.map(([label, value]) => html`<tr><th>${label}</th><td>${value}</td></tr>\n`)}</tbody></table>`

const accountRow = (bank: LedgerBank, account: AccountView): Html =>
  html`<tr><td><a href="${linkTo(bank, bank.paths.account, account.reference)}">${account.name}</a></td><td>${account.accountNo}</td>
<td>${withMark(account.balance)}</td><td>${withMark(account.available)}</td></tr>\n`

const particulars = (description: string, reference: string): Html =>
  html`<span class="text">${description}</span>${reference === '' ? html`` : html` <span class="ref">${reference}</span>`}`

const pendingTable = ({ pending }: HistoryView): Html =>
  html`<table id="pending" class="grid"><caption>Pending</caption><thead><tr><th>Date</th><th>Particulars</th><th>Amount</th></tr></thead>
<tbody>${pending.map(
    (row) =>
      html`<tr><td>${paddedDate(row.day)}</td><td>${particulars(row.description, '')}</td><td>${withMark(row.amount)}</td></tr>\n`,
  )}</tbody></table>`

const historyTables = (view: HistoryView): Html =>
  html`${view.first ? pendingTable(view) : html``}
<table id="history" class="grid"><caption>Posted</caption><thead><tr><th>Date</th><th>Particulars</th><th>Amount</th><th>Balance</th></tr></thead>
<tbody>${view.posted.map(
    (row) =>
      html`<tr><td>${paddedDate(row.day)}</td><td>${particulars(row.description, row.reference)}</td><td>${withMark(row.amount)}</td><td>${withMark(row.balance)}</td></tr>\n`,
  )}</tbody></table>${view.next === undefined ? html`` : html`<p><a class="more" href="${view.next}">Next 100</a></p>`}`

const statementsTable = (statements: readonly StatementView[]): Html =>
  html`<table id="statements" class="grid"><thead><tr><th>Title</th><th>Account</th><th>From</th><th>To</th><th>Reference</th></tr></thead>
<tbody>${statements.map(
    (statement) =>
      html`<tr><td>${statement.title}</td><td>${statement.accountNo}</td><td>${paddedDate(statement.from)}</td><td>${paddedDate(statement.to)}</td><td>${statement.reference}</td></tr>\n`,
  )}</tbody></table>`

/** What everybody sees. */
const entryPages = (bank: LedgerBank): Pick<Pages, 'login' | 'challenge' | 'message'> => ({
  login: (view) =>
    frame(
      bank,
      'LOGON',
      'Log on',
      html`${view.status === undefined ? html`` : html`<p class="status" role="status">${view.status}</p>`}${alertText(view.alert)}${form(
        bank,
        'logon',
        bank.paths.login,
        view.token,
        html`${field('Customer ID', bank.fields.loginId, 'text', view.loginId)}${field('Access code', bank.fields.password, 'password')}`,
        'Log on',
      )}<p><a href="${linkTo(bank, bank.paths.forgotten)}">Reset access code</a></p>`,
    ),
  challenge: (method, view) =>
    frame(
      bank,
      method.toUpperCase(),
      method === 'code' ? 'Security code' : 'Security questions',
      html`${alertText(view.alert)}<p class="prompt">${view.prompt}</p>${form(
        bank,
        method,
        bank.paths[method] ?? '',
        view.token,
        html`${view.labels.map((label, index) => field(label, bank.fields.answers[method][index] ?? '', 'text'))}`,
        'Submit',
      )}`,
    ),
  message: (page) => {
    const mark = page === 'forgotten' ? 'RESET' : page.toUpperCase()
    return frame(bank, mark, messages[page].title, html`<p>${messages[page].text}</p>`)
  },
})

/** What a person sees who is logged in. */
const customerPages = (bank: LedgerBank): Omit<Pages, 'login' | 'challenge' | 'message'> => {
  const inside = (shell: Shell, page: string, title: string, body: Html): Html =>
    frame(
      bank,
      page,
      title,
      body,
      html`<div id="menu"><a href="${linkTo(bank, bank.paths.accounts)}">Portfolio</a> <a href="${linkTo(bank, bank.paths.profile)}">My details</a>
${bank.paths.statements === undefined ? html`` : html`<a href="${linkTo(bank, bank.paths.statements)}">Statements</a>`} <span>${shell.customer}</span>
${form(bank, 'logoff', bank.paths.logout, shell.token, html``, 'Log off')}</div>`,
    )
  return {
    accounts: (shell, accounts) =>
      inside(
        shell,
        'PORTFOLIO',
        'Portfolio',
        html`<table class="grid"><thead><tr><th>Account</th><th>Number</th><th>Balance</th><th>Available</th></tr></thead>
<tbody>${accounts.map((account) => accountRow(bank, account))}</tbody></table>`,
      ),
    account: (shell, account) =>
      inside(
        shell,
        'ACCOUNT',
        account.name,
        html`${facts(accountFacts(account, withMark))}
<p><a class="history" href="${linkTo(bank, bank.paths.history, account.reference)}">Account history</a></p>`,
      ),
    history: (shell, view) =>
      inside(shell, 'HISTORY', `History of ${view.account.accountNo}`, historyTables(view)),
    profile: (shell, persona) => {
      const parts = [persona.person.address.street, localityLine(persona), 'Australia']
      const address = parts.filter((part) => part !== undefined).join(', ')
      return inside(shell, 'DETAILS', 'My details', facts([...profileFacts(persona), ['Address', address]]))
    },
    statements: (shell, statements) => inside(shell, 'STATEMENTS', 'Statements', statementsTable(statements)),
    notice: (shell, alert) =>
      inside(
        shell,
        'NOTICE',
        'Notice to customers',
        html`${alertText(alert)}<p>${noticeText}</p>${form(
          bank,
          'notice',
          bank.paths.notice,
          shell.token,
          html`<tr><td><input type="checkbox" id="accept" name="${bank.fields.accept}" value="yes"></td><td><label for="accept">I accept</label></td></tr>`,
          'Proceed',
        )}`,
      ),
  }
}

/** The software that Nucleus and HooliGov both run: plain tables, amounts marked DR or CR. */
export const createLedgerPages = (bank: LedgerBank): Pages => ({
  ...entryPages(bank),
  ...customerPages(bank),
})
