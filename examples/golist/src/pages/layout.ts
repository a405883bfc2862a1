import { type Content, html } from '../html.ts'
import type { Session } from '../sessions.ts'

export interface Page {
  readonly title: string
  readonly session: Session | null
  readonly content: Content
  /** The page shows something that moves on by itself: the script, or without it the browser, asks again. */
  readonly live?: boolean
}

/** The common frame of every page, complete with the document type. */
export const document = ({ title, session, content, live = false }: Page): string =>
  `<!doctype html>${
    html`<html lang="en-AU">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light">
    <title>${title} – Upgrade Go-list</title>
    <link rel="icon" href="/mark.svg" type="image/svg+xml">
    <link rel="stylesheet" href="/style.css">
    <script type="module" src="/live.js"></script>
    ${live && html`<noscript><meta http-equiv="refresh" content="2"></noscript>`}
  </head>
  <body>
    <a class="skip" href="#main">Skip to content</a>
    <header class="top">
      <div class="inner">
        <a class="home" href="/"><img src="/mark.svg" alt="" width="28" height="28"> Upgrade Go-list</a>
        <nav aria-label="Main"><a href="/">Eight steps</a> <a href="/data">Accounts and transactions</a></nav>
        ${session?.user && html`<p class="who" title="${session.user.id}">User <strong>${session.user.email}</strong></p>`}
      </div>
    </header>
    <main id="main" class="inner" tabindex="-1"${live && html` data-live`}>
      <h1>${title}</h1>
      ${content}
    </main>
    <footer class="inner"><p>An example partner of Banksia. It uses the public API alone; users here are made up.</p></footer>
  </body>
</html>`.markup
  }`
