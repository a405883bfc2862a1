import type { Exchange } from '../exchange.ts'
import { type Html, html } from '../html.ts'

/** Requests and their answers, in the order they were made. */
export const exchangesView = (exchanges: readonly Exchange[]): Html | null =>
  exchanges.length === 0
    ? null
    : html`
      <section aria-labelledby="exchanges">
        <h2 id="exchanges">${exchanges.length === 1 ? 'Request and answer' : 'Requests and answers'}</h2>
        ${exchanges.map(exchangeView)}
      </section>`

const exchangeView = (exchange: Exchange, index: number): Html => {
  const { method, url, headers, body, status, answer, leftOut, milliseconds } = exchange
  const name = `${method} ${new URL(url).pathname}`
  const request = [`${method} ${url}`, ...headers.map(([header, value]) => `${header}: ${value}`)].join('\n')
  return html`
    <article class="exchange" data-exchange="${name}" data-status="${status}">
      <h3><code>${name}</code> <span class="chip ${status < 300 ? 'good' : 'bad'}">${status}</span>
        <span class="quiet">${milliseconds} ms</span></h3>
      <div class="pair">
        ${code(`Request ${index + 1}: ${name}`, body === null ? request : `${request}\n\n${body}`)}
        ${code(`Answer ${index + 1}: ${name}`, answer === null ? '(no body)' : JSON.stringify(answer, null, 2))}
      </div>
      ${leftOut > 0 && html`<p class="quiet">The answer has ${leftOut} more rows in <code>data</code>.</p>`}
    </article>`
}

const code = (label: string, text: string): Html =>
  html`<pre class="code" tabindex="0" role="region" aria-label="${label}">${text}</pre>`
