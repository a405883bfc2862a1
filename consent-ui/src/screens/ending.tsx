import { Icon } from '../parts/icons.tsx'
import type {
  EndedScreen,
  ErrorPage,
  ErrorScreen,
  HandBackScreen,
  NotOfferedScreen,
  PageContext,
} from '../view.ts'

interface ErrorCopy {
  /** For `data-error-code` and the launch log; never shown. */
  code: string
  title: string
  text: (partner: string) => string
}

const startAgain = (partner: string) => `Please go back to ${partner} and start again.`

export const errorPages: Record<ErrorPage, ErrorCopy> = {
  'E-TOKEN': { code: 'invalid-authorization-token', title: 'This link is no longer valid', text: startAgain },
  'E-ATTR': { code: 'missing-attributes', title: 'This link is not complete', text: startAgain },
  'E-SCOPE': { code: 'access-denied', title: 'This link cannot be used', text: startAgain },
  'E-PARAM': { code: 'parameter-not-valid', title: 'This link is not right', text: startAgain },
  'E-NOCONSENT': {
    code: 'resource-not-found',
    title: 'There is nothing to change yet',
    text: (partner) => `You are not sharing any data right now. Ask ${partner} for a new link.`,
  },
  'E-CONN404': {
    code: 'resource-not-found',
    title: 'That connection no longer exists',
    text: (partner) => `It may have been removed. Ask ${partner} for a new link.`,
  },
  'E-NOCONN': {
    code: 'access-denied',
    title: 'Connections not enabled',
    text: (partner) => `This service is not switched on yet. Please contact ${partner}.`,
  },
  'E-NOPROD': {
    code: 'no-production-access',
    title: 'This bank is not available here yet',
    text: () => 'Please choose another bank.',
  },
  'E-PAY': {
    code: 'payments-not-enabled',
    title: 'Payments are not available',
    text: (partner) =>
      `This link was made for a service that is no longer offered. Please contact ${partner}.`,
  },
  'E-DELETING': {
    code: 'data-deletion-in-progress',
    title: 'Your data is being deleted',
    text: () => 'Please wait. This page checks every few seconds and carries on by itself when it is done.',
  },
  'E-LIMIT': {
    code: 'too-many-sandbox-connections',
    title: 'No more test connections',
    text: (partner) => `The limit for test connections has been reached. Please contact ${partner}.`,
  },
  'E-LINK': {
    code: 'resource-no-longer-available',
    title: 'This link is no longer valid',
    text: () => 'It has been used, replaced or has expired. Please ask the sender for a new one.',
  },
  'E-404': { code: 'resource-not-found', title: 'This page does not exist', text: startAgain },
  'E-500': {
    code: 'internal-server-error',
    title: 'Something went wrong',
    text: () => 'It is not your fault. Please try again in a moment.',
  },
}

const partnerOf = (page: PageContext) =>
  page.referenceName || page.brandName || 'the app or website that sent you here'

export const FullPageError = ({ view, page }: { view: ErrorScreen; page: PageContext }) => {
  const copy = errorPages[view.screen]
  return (
    <>
      <div class="outcome outcome-failure">
        <span class="outcome-mark">
          <Icon name={view.screen === 'E-DELETING' ? 'clock' : 'alert'} />
        </span>
        <h1>{copy.title}</h1>
      </div>
      <p class="lead">{copy.text(partnerOf(page))}</p>
      <div class="actions">
        {view.retry && (
          <a class="button primary" href={view.retry}>
            Try again
          </a>
        )}
        {page.returnUrl && (
          <a class={view.retry ? 'button secondary' : 'button primary'} href={page.returnUrl}>
            Back to {partnerOf(page)}
          </a>
        )}
      </div>
      {page.reference !== '' && (
        <p class="reference">
          Reference: <code id="reference">{page.reference}</code>
          <button type="button" class="copy" data-copy="reference" hidden>
            Copy<span class="sr"> reference</span>
          </button>
        </p>
      )}
    </>
  )
}

const actions: Record<NotOfferedScreen['action'], string> = {
  reauthorise: 'Renew your banks',
  connection: 'Fix or renew a connection',
}

export const NotOffered = ({ view, page }: { view: NotOfferedScreen; page: PageContext }) => (
  <>
    <div class="outcome">
      <span class="outcome-mark">
        <Icon name="info" />
      </span>
      <h1>Not available here yet</h1>
    </div>
    <p class="lead">
      “{actions[view.action]}” is not offered on this page yet. Nothing has changed. {partnerOf(page)} can
      help you with it.
    </p>
    {page.returnUrl ? (
      <div class="actions">
        <a class="button primary" href={page.returnUrl}>
          Back to {partnerOf(page)}
        </a>
      </div>
    ) : (
      <p>You can close this page.</p>
    )}
  </>
)

/**
 * The hand-back must be a navigation from this origin, so that the partner's page sees it as referrer; a redirect
 * would carry the bank's or nobody's. The script follows the link; without it the consumer does.
 */
export const HandBack = ({ view, page }: { view: HandBackScreen; page: PageContext }) => (
  <>
    <div class="outcome">
      <span class="spinner big" aria-hidden="true" />
      <h1>Taking you back to {partnerOf(page)}</h1>
    </div>
    <div class="actions">
      <a class="button primary" href={view.url} data-hand-back>
        Go back now
      </a>
    </div>
  </>
)

const endings: Record<EndedScreen['outcome'], { title: string; text: string }> = {
  success: { title: 'You are all done', text: 'Your bank is connected. You can close this page.' },
  cancelled: { title: 'You have left', text: 'No bank was connected. You can close this page.' },
  failed: { title: 'No bank was connected', text: 'You can close this page and try again another time.' },
  managed: { title: 'You are all done', text: 'You can close this page.' },
  revoked: { title: 'Sharing has stopped', text: 'You can close this page.' },
  extended: { title: 'Your consent is extended', text: 'You can close this page.' },
  updated: { title: 'Your consent is updated', text: 'You can close this page.' },
}

const good: ReadonlySet<EndedScreen['outcome']> = new Set(['success', 'managed', 'extended', 'updated'])

export const Ended = ({ view }: { view: EndedScreen }) => (
  <>
    <div class={good.has(view.outcome) ? 'outcome outcome-success' : 'outcome'}>
      <span class="outcome-mark">
        <Icon name={good.has(view.outcome) ? 'check' : 'info'} />
      </span>
      <h1>{endings[view.outcome].title}</h1>
    </div>
    <p class="lead">{endings[view.outcome].text}</p>
  </>
)
