import type { Holding, Holdings } from '../holdings.ts'
import { type Html, html } from '../html.ts'
import { dollars } from '../reconcile.ts'
import type { Transaction } from '../wire.ts'

const newest = 8

/** All accounts: whether they add up, and each with its newest transactions. */
export const dataView = ({ holdings, pages, rows }: Holdings): Html => {
  if (holdings.length === 0) {
    return html`<p class="empty" data-no-data>There is nothing to read: no bank is connected under an active
      consent. <a href="/steps/3">Connect one in step 3.</a></p>`
  }
  return html`
    <p class="lead" data-rows="${rows}">${holdings.length} accounts and ${rows} transactions, read in ${pages}
      ${pages === 1 ? 'page' : 'pages'} of at most 500 along <code>links.next</code>.</p>
    ${reconciliation(holdings)}
    ${holdings.map((holding) => accountView(holding, holding.transactions.slice(0, newest)))}`
}

const reconciliation = (holdings: readonly Holding[]): Html => html`
  <section aria-labelledby="adds-up">
    <h2 id="adds-up">Do the sums agree with the bank?</h2>
    <p class="quiet">In whole cents: every row’s balance is the previous balance plus its amount, and the opening
      balance plus all amounts is the account’s balance. Pending rows are not counted.</p>
    <div class="scroll" tabindex="0" role="region" aria-label="Reconciliation">
      <table data-reconciliation>
        <thead><tr>
          <th scope="col">Account</th><th scope="col">From</th><th scope="col">To</th>
          <th scope="col" class="number-cell">Posted</th><th scope="col" class="number-cell">Pending</th>
          <th scope="col" class="number-cell">Opening</th><th scope="col" class="number-cell">Sum of amounts</th>
          <th scope="col" class="number-cell">Balance</th><th scope="col">Result</th>
        </tr></thead>
        <tbody>${holdings.map(reconciliationRow)}</tbody>
      </table>
    </div>
  </section>`

const reconciliationRow = ({ account, check }: Holding): Html => html`
  <tr data-account="${account.accountNo}" data-class="${account.class.type}" data-from="${check.from}"
    data-to="${check.to}" data-posted="${check.posted}" data-reconciles="${check.reconciles ? 'yes' : 'no'}">
    <th scope="row">${account.name}</th><td>${check.from}</td><td>${check.to}</td>
    <td class="number-cell">${check.posted}</td><td class="number-cell">${check.pending}</td>
    <td class="number-cell">${dollars(check.opening)}</td><td class="number-cell">${dollars(check.sum)}</td>
    <td class="number-cell">${dollars(check.atBank)}</td>
    <td><span class="chip ${check.reconciles ? 'good' : 'bad'}">${
      check.reconciles ? 'Agrees' : `${check.wrongRows} rows differ`
    }</span></td>
  </tr>`

const accountView = ({ account, check, transactions }: Holding, shown: readonly Transaction[]): Html => html`
  <section class="account" aria-labelledby="account-${account.id}" data-account-card="${account.accountNo}">
    <div class="account-head">
      <div>
        <h2 id="account-${account.id}">${account.name}</h2>
        <p class="quiet">${account.class.type}, <code>${account.accountNo}</code>, ${account.accountHolder},
          ${account.institution}</p>
      </div>
      <p class="balance">${account.currency} <strong>${dollars(check.atBank)}</strong>
        <span class="quiet">available ${account.availableFunds ?? 'unknown'}</span></p>
    </div>
    ${transactions.length > 0 && transactionTable(account.name, shown)}
    ${
      shown.length < transactions.length &&
      html`<p><a href="/data/${account.id}">All ${transactions.length} transactions of ${account.name}</a></p>`
    }
  </section>`

/** One account with all its transactions. */
export const accountPage = (holding: Holding): Html => html`
  <p><a href="/data">All accounts</a></p>
  ${accountView(holding, holding.transactions)}`

const transactionTable = (name: string, transactions: readonly Transaction[]): Html => html`
  <div class="scroll" tabindex="0" role="region" aria-label="Transactions of ${name}">
    <table>
      <thead><tr><th scope="col">Date</th><th scope="col">Description</th><th scope="col">Class</th>
        <th scope="col" class="number-cell">Amount</th><th scope="col" class="number-cell">Balance</th></tr></thead>
      <tbody>${transactions.map(
        (row) => html`
          <tr>
            <td>${(row.postDate ?? row.transactionDate)?.slice(0, 10)}</td>
            <td>${row.description}${row.status === 'pending' && html` <span class="chip busy">pending</span>`}</td>
            <td>${row.class}</td>
            <td class="number-cell">${row.amount}</td>
            <td class="number-cell">${row.balance}</td>
          </tr>`,
      )}</tbody>
    </table>
  </div>`
