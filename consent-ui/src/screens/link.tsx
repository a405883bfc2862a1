import { Icon } from '../parts/icons.tsx'
import { Notice } from '../parts/notice.tsx'
import type { LinkScreen, PageContext } from '../view.ts'

const errorOf = ({ error, mayResend }: LinkScreen) => {
  if (error === 'wrong') return 'That code is not right. Check the message and try again.'
  return mayResend
    ? 'That code is too old. Ask for another one.'
    : 'That code is too old. Ask the sender for a new link.'
}

/** S-30: a code to the person's mobile, before anything is shown of them. */
export const Link = ({ view, page }: { view: LinkScreen; page: PageContext }) => (
  <>
    <h1>Share your data with {page.brandName}</h1>
    {view.step === 'send' && <Send view={view} />}
    {view.step === 'code' && <Code view={view} />}
    {view.step === 'locked' && (
      <Notice kind="failure" title="Too many wrong codes" alert>
        <p>
          This link is locked. You can try again in{' '}
          {view.minutesLocked === 1 ? '1 minute' : `${view.minutesLocked} minutes`}.
        </p>
      </Notice>
    )}
  </>
)

const State = ({ view }: { view: LinkScreen }) =>
  view.state === null ? null : <input type="hidden" name="state" value={view.state} />

const Send = ({ view }: { view: LinkScreen }) => (
  <>
    <p class="lead">First we make sure it is you. We send a code to your mobile, {view.mobile}.</p>
    <p>The link works once. If you leave before you are done, ask the sender for a new one.</p>
    <form method="post" action={`/connect/${view.linkId}/send`} class="actions">
      <State view={view} />
      <button type="submit" class="button primary">
        Send the code
      </button>
    </form>
  </>
)

const Code = ({ view }: { view: LinkScreen }) => (
  <>
    <p class="lead">We sent a code of 6 digits to your mobile, {view.mobile}.</p>
    <form method="post" action={`/connect/${view.linkId}`} novalidate>
      <State view={view} />
      <div class="field">
        <label for="code">Code</label>
        <input
          id="code"
          name="code"
          type="text"
          class="code"
          inputmode="numeric"
          autocomplete="one-time-code"
          spellcheck={false}
          maxlength={20}
          required
          aria-invalid={view.error ? 'true' : undefined}
          aria-describedby={view.error ? 'code-error' : undefined}
          data-focus
        />
        {view.error && (
          <p class="field-error" id="code-error">
            <Icon name="alert" />
            {errorOf(view)}
          </p>
        )}
      </div>
      <div class="actions">
        <button type="submit" class="button primary">
          Continue
        </button>
      </div>
    </form>
    {view.mayResend && (
      <form method="post" action={`/connect/${view.linkId}/send`} class="stack">
        <State view={view} />
        <p class="quiet">No message? You can ask for another code after 30 seconds.</p>
        <button type="submit" class="button secondary">
          Send another code
        </button>
      </form>
    )}
  </>
)
