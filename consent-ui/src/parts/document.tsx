import type { ComponentChildren } from 'preact'
import { assets } from '../assets.ts'
import type { PageContext } from '../view.ts'
import { LaunchForm } from './form.tsx'
import { Icon } from './icons.tsx'
import { LeaveDialog } from './leave.tsx'

export interface DocumentProps {
  page: PageContext
  screen: string
  title: string
  /** Stage of the journey for the small indicator; none on errors. */
  stage?: 'consent' | 'bank' | 'finish' | undefined
  /** Whether ✕, Cancel and M-CANCEL exist. */
  leave?: boolean
  /** Whether the header closes the visit, where there is a way back. */
  close?: boolean
  /** Step within a screen of several. */
  step?: string
  errorCode?: string | undefined
  /** Seconds after which a browser without the script asks again, where something is awaited. */
  poll?: number | undefined
  children: ComponentChildren
}

/** The common frame of every page. No inline script or style: the content security policy allows none. */
export const Document = (props: DocumentProps) => {
  const { page } = props
  const leave = props.leave === true && page.launchPath !== null
  const title = page.brandName === '' ? props.title : `${props.title} – ${page.brandName}`
  return (
    <html lang="en-AU">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex, nofollow" />
        <meta name="color-scheme" content="light" />
        <title>{title}</title>
        <link rel="icon" href="/consent-ui/mark.svg" type="image/svg+xml" />
        <link rel="stylesheet" href={assets.style} />
        {page.launchPath && <link rel="stylesheet" href={`${page.launchPath}/theme.css`} />}
        <script type="module" src={assets.script} />
        {props.poll && (
          <noscript>
            <meta http-equiv="refresh" content={String(props.poll)} />
          </noscript>
        )}
      </head>
      <body>
        <a class="skip" href="#main">
          Skip to content
        </a>
        <div id="page" class="page">
          <Header {...props} leave={leave} />
          {props.stage && <Stages at={props.stage} />}
          <main
            id="main"
            tabIndex={-1}
            data-screen={props.screen}
            data-step={props.step}
            data-error-code={props.errorCode}
            data-poll={props.poll}
            data-first-step={leave && page.firstStep ? '' : undefined}
          >
            {props.children}
          </main>
          <footer class="footer">
            <p>
              Powered by <strong>Banksia</strong>
            </p>
          </footer>
        </div>
        {leave && <LeaveDialog page={page} />}
        <Waiting />
        <Offline />
      </body>
    </html>
  )
}

const Header = ({ page, leave, close, screen }: DocumentProps) => (
  <header class="header">
    {page.headerImage && screen === 'S-02' && (
      <img class="header-image" src={page.headerImage.url} alt={page.headerImage.alt} />
    )}
    <div class="header-bar">
      {page.back ? (
        <a class="icon-button" href={page.back} aria-label="Back">
          <Icon name="back" />
        </a>
      ) : (
        <span class="icon-space" />
      )}
      {page.brandName !== '' && (
        <p class="brand">
          <span class="brand-mark" aria-hidden="true">
            {page.brandName.slice(0, 1).toUpperCase()}
          </span>
          <span class="brand-name">{page.brandName}</span>
        </p>
      )}
      <HeaderEnd page={page} leave={leave === true} close={close === true} />
    </div>
  </header>
)

const HeaderEnd = ({ page, leave, close }: { page: PageContext; leave: boolean; close: boolean }) => {
  if (leave) {
    return (
      <a class="icon-button" href="#m-cancel" data-dialog="m-cancel" aria-label="Cancel and leave">
        <Icon name="close" />
      </a>
    )
  }
  if (!close || !page.canHandBack) return <span class="icon-space" />
  return (
    <LaunchForm page={page} to="done">
      <button
        type="submit"
        class="icon-button"
        name="next"
        value="close"
        aria-label={`Close and go back to ${page.referenceName}`}
      >
        <Icon name="close" />
      </button>
    </LaunchForm>
  )
}

const stages = [
  ['consent', 'Consent'],
  ['bank', 'Bank'],
  ['finish', 'Finish'],
] as const

const Stages = ({ at }: { at: NonNullable<DocumentProps['stage']> }) => {
  const now = stages.findIndex(([id]) => id === at)
  return (
    <nav aria-label="Progress">
      <ol class="stages">
        {stages.map(([id, label], index) => (
          <li
            key={id}
            class={index < now ? 'done' : index === now ? 'now' : ''}
            aria-current={index === now ? 'step' : undefined}
          >
            <span>{label}</span>
            {index < now && <span class="sr"> (done)</span>}
          </li>
        ))}
      </ol>
    </nav>
  )
}

/** S-01: shown by the script when an answer takes longer than 300 ms. */
const Waiting = () => (
  <div class="waiting" data-screen="S-01" id="waiting" hidden>
    <span class="spinner" aria-hidden="true" />
    <p role="status" />
  </div>
)

/** E-OFFLINE: shown by the script while the browser is offline; what was typed stays in the page behind it. */
const Offline = () => (
  <div class="offline" data-screen="E-OFFLINE" id="offline" role="alert" hidden>
    <Icon name="alert" />
    <p>
      <strong>You are offline.</strong> We will carry on when your connection is back. What you typed is still
      here.
    </p>
  </div>
)
