import { Day, LaunchForm } from '../parts/form.tsx'
import { Icon } from '../parts/icons.tsx'
import { CancelLink } from '../parts/leave.tsx'
import { Notice } from '../parts/notice.tsx'
import type { CompareScreen, PageContext, ReconnectScreen } from '../view.ts'
import { ChangeTag, Section } from './consent.tsx'
import { Changes } from './extend.tsx'
import { BankNames } from './stop.tsx'

/** S-24: what would change, and what it costs, before anything changes. */
export const Compare = ({ view, page }: { view: CompareScreen; page: PageContext }) => (
  <>
    <h1>Review what changes</h1>
    <p class="lead">{page.brandName} asks for other data than you agreed to. Nothing has changed yet.</p>
    <Section id="clusters" icon="list" title="What is collected">
      <ul class="changes rows">
        {view.clusters.map((row) => (
          <li key={`${row.name}-${row.change}`} data-change={row.change}>
            <p class="tags">
              <strong>{row.name}</strong> <ChangeTag change={row.change} />
            </p>
            <p class="quiet">
              {row.permissions.join(', ')}
              {row.change !== 'removed' && !row.required && ' (you may leave this out)'}
            </p>
          </li>
        ))}
      </ul>
    </Section>
    <dl class="facts two dates">
      <div>
        <dt>Ends now on</dt>
        <dd>
          <Day at={view.until} />
        </dd>
      </div>
      <div>
        <dt>New end</dt>
        <dd>
          <Day at={view.newUntil} />
        </dd>
      </div>
    </dl>
    <Changes changes={view.changes} />
    {view.banks.length > 0 && (
      <Notice kind="warning" title="Your banks will be disconnected">
        <p>
          If you agree to the new terms, the consent you gave before ends and these banks are disconnected.
          You can connect them again right away.
        </p>
      </Notice>
    )}
    <BankNames banks={view.banks} title="Banks to connect again" />
    <CompareActions view={view} page={page} />
  </>
)

const CompareActions = ({ view, page }: { view: CompareScreen; page: PageContext }) => (
  <LaunchForm page={page} to="keep" class="actions">
    <a class="button primary" href={`${page.launchPath}/update/consent`}>
      Continue
    </a>
    {view.mayKeep ? (
      <button type="submit" class="button secondary">
        Keep my current permissions and just add a bank
      </button>
    ) : null}
    <CancelLink>Not now</CancelLink>
  </LaunchForm>
)

const states = {
  disconnected: { text: 'Disconnected', icon: 'link', tag: 'tag' },
  skipped: { text: 'Skipped', icon: 'close', tag: 'tag' },
  connected: { text: 'Connected', icon: 'check', tag: 'tag tag-done' },
  'in-progress': { text: 'In progress', icon: 'clock', tag: 'tag' },
  'needs-answer': { text: 'Needs your answer', icon: 'alert', tag: 'tag tag-warning' },
  failed: { text: 'Not connected', icon: 'close', tag: 'tag tag-failure' },
} as const

/** S-26: the banks there were, each to be connected again with one press or left out. */
export const Reconnect = ({ view, page }: { view: ReconnectScreen; page: PageContext }) => {
  const left = view.banks.some((row) => row.state === 'disconnected' || row.state === 'failed')
  return (
    <>
      <h1>Connect your banks again</h1>
      <p class="lead">
        {view.banks.length === 0
          ? 'Your new consent is in place. There is no bank to connect again.'
          : 'Your new consent is in place. Choose the banks you want to share from.'}
      </p>
      <div data-live="reconnect" aria-live="polite">
        {view.banks.length > 0 && (
          <ul class="attempts rows">
            {view.banks.map((row) => (
              <li key={row.bank.id} data-bank={row.bank.id}>
                <img src={row.bank.logo} alt="" width="40" height="40" />
                <span class="bank-name">{row.bank.name}</span>
                <span class={states[row.state].tag}>
                  <Icon name={states[row.state].icon} />
                  {states[row.state].text}
                </span>
                <ReconnectActions row={row} page={page} />
              </li>
            ))}
          </ul>
        )}
      </div>
      <LaunchForm page={page} to="done" class="actions">
        <button type="submit" class={left ? 'button secondary' : 'button primary'}>
          Done
        </button>
        <a class="button secondary" href={`${page.launchPath}/banks`}>
          <Icon name="plus" />
          Connect another bank
        </a>
      </LaunchForm>
    </>
  )
}

const ReconnectActions = ({ row, page }: { row: ReconnectScreen['banks'][number]; page: PageContext }) => {
  const of = <span class="sr"> {row.bank.name}</span>
  if (row.state === 'needs-answer') return <a href={`${page.launchPath}/job/${row.jobId}`}>Answer{of}</a>
  if (row.state === 'connected' || row.state === 'in-progress') return null
  return (
    <div class="row-forms">
      <LaunchForm page={page} to="bank">
        <button type="submit" class="button secondary small" name="institutionId" value={row.bank.id}>
          <span>Reconnect{of}</span>
        </button>
      </LaunchForm>
      {row.state !== 'skipped' && (
        <LaunchForm page={page} to="reconnect">
          <button type="submit" class="button secondary small" name="skip" value={row.bank.id}>
            <span>Skip{of}</span>
          </button>
        </LaunchForm>
      )}
    </div>
  )
}
