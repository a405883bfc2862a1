import { LaunchForm } from '../parts/form.tsx'
import { Icon } from '../parts/icons.tsx'
import { CancelLink } from '../parts/leave.tsx'
import { Notice } from '../parts/notice.tsx'
import type {
  BanksScreen,
  ChallengeScreen,
  ConnectedScreen,
  PageContext,
  ProgressScreen,
  StepState,
} from '../view.ts'
import { BankHeading } from './bank.tsx'

const lines: Record<string, string> = {
  'verify-credentials': 'Logging in to your bank',
  'mfa-challenge': 'Security check',
  'retrieve-accounts': 'Reading your accounts',
  'retrieve-transactions': 'Reading your transactions',
  'retrieve-statements': 'Reading your statements',
}

const states: Record<StepState, string> = {
  pending: 'Waiting',
  'in-progress': 'Working on it',
  success: 'Done',
  failed: 'Did not work',
}

/** S-08. The script replaces the live part every second; without it the page asks again by itself. */
export const Progress = ({ view, page }: { view: ProgressScreen; page: PageContext }) => (
  <>
    <BankHeading bank={view.bank} title={`Connecting to ${view.bank.name}`} />
    <div data-live="steps" aria-live="polite">
      <Steps view={view} />
      {view.joined && (
        <Notice kind="info">
          <p>This login is already being connected. We are following that attempt.</p>
        </Notice>
      )}
      {view.stillChecking && (
        <Notice kind="info">
          <p>Your bank is checking your answer.</p>
        </Notice>
      )}
    </div>
    <p class="quiet">This usually takes a few seconds. Please keep this page open.</p>
    <noscript>
      <p>
        <a class="button secondary" href="?">
          Check again
        </a>
      </p>
    </noscript>
    <div class="actions">{page.launchPath && <CancelLink>Cancel</CancelLink>}</div>
  </>
)

const Steps = ({ view }: { view: ProgressScreen }) => (
  <ol class="steps rows">
    {view.steps.map((step) => (
      <li key={step.title} class={`step-${step.state}`}>
        <span class="step-mark" aria-hidden="true">
          {step.state === 'success' && <Icon name="check" />}
          {step.state === 'in-progress' && <span class="spinner" />}
          {step.state === 'failed' && <Icon name="close" />}
        </span>
        <span>{lines[step.title] ?? 'Working'}</span>
        <span class="quiet">{states[step.state]}</span>
      </li>
    ))}
  </ol>
)

/** S-09 and S-10. */
export const Challenge = ({ view, page }: { view: ChallengeScreen; page: PageContext }) => {
  if (view.msLeft <= 0) return <TimeRanOut view={view} />
  return (
    <>
      <BankHeading bank={view.bank} title={titles[view.method](view.bank.shortName)} />
      <p class="lead">{view.description}</p>
      {view.wrong && (
        <Notice kind="failure" title="That answer was not right" alert>
          <p>
            Please check it and try again.
            {view.attemptsLeft === 1 && ' You have 1 try left.'}
            {view.attemptsLeft !== null &&
              view.attemptsLeft > 1 &&
              ` You have ${view.attemptsLeft} tries left.`}
          </p>
        </Notice>
      )}
      <LaunchForm page={page} to={`answer/${view.jobId}`}>
        {view.method === 'push' ? (
          <input type="hidden" name="answer" value="confirmed" />
        ) : (
          view.inputs.map((label, index) => <Answer key={label} view={view} label={label} index={index} />)
        )}
        <TimeLeft view={view} />
        <div class="actions">
          <button type="submit" class="button primary">
            {view.method === 'push' ? 'I have approved it' : 'Continue'}
          </button>
          <a class="button secondary" href={view.backTo}>
            Go back
          </a>
        </div>
      </LaunchForm>
    </>
  )
}

const titles: Record<ChallengeScreen['method'], (bank: string) => string> = {
  token: (bank) => `Enter the code from ${bank}`,
  push: (bank) => `Approve in your ${bank} app`,
  'security-questions': (bank) => `Answer the question from ${bank}`,
}

const Answer = (props: { view: ChallengeScreen; label: string; index: number }) => {
  const { view, index } = props
  const code = view.method === 'token'
  const id = `answer-${index}`
  return (
    <div class="field">
      <label for={id}>{props.label}</label>
      <input
        id={id}
        name="answer"
        type="text"
        class={code ? 'code' : undefined}
        inputmode={code ? 'numeric' : undefined}
        autocomplete={code ? 'one-time-code' : 'off'}
        autocapitalize="none"
        spellcheck={false}
        maxlength={200}
        required
        aria-invalid={view.error || view.wrong ? 'true' : undefined}
        aria-describedby={view.error ? 'answer-error' : undefined}
        data-focus={index === 0 ? '' : undefined}
      />
      {view.error && index === 0 && (
        <p class="field-error" id="answer-error">
          <Icon name="alert" />
          {view.error}
        </p>
      )}
    </div>
  )
}

/** The script counts down every second and tells screen readers every 30 s; without it the page says when. */
const TimeLeft = ({ view }: { view: ChallengeScreen }) => (
  <div class="time-left" data-countdown={view.msLeft}>
    <p class="quiet">
      <Icon name="clock" />
      <span data-countdown-text>About {inWords(view.msLeft)} left to answer</span>
    </p>
    <div class="time-bar" aria-hidden="true">
      <div class="time-fill" data-countdown-bar />
    </div>
    <p class="sr" role="status" data-countdown-spoken />
  </div>
)

const inWords = (ms: number) => {
  const seconds = Math.max(1, Math.round(ms / 1000))
  if (seconds < 60) return seconds === 1 ? '1 second' : `${seconds} seconds`
  const minutes = Math.round(seconds / 60)
  return minutes === 1 ? '1 minute' : `${minutes} minutes`
}

const TimeRanOut = ({ view }: { view: ChallengeScreen }) => (
  <>
    <BankHeading bank={view.bank} title="Time ran out" />
    <p class="lead">{view.bank.shortName} did not get an answer in time. You can try again.</p>
    <div class="actions">
      <a class="button primary" href={view.retryTo}>
        Retry
      </a>
      <a class="button secondary" href={view.backTo}>
        Go back
      </a>
    </div>
  </>
)

/** S-13. The first words are fixed; partners' own tests look for them. */
export const Connected = ({ view, page }: { view: ConnectedScreen; page: PageContext }) => (
  <>
    <div class="outcome outcome-success">
      <span class="outcome-mark">
        <Icon name="check" />
      </span>
      <h1>Successfully connected to {view.bank.name}</h1>
    </div>
    <div data-live="accounts" aria-live="polite" class="stack">
      {view.accounts.length > 0 && (
        <>
          <h2 class="subheading">Accounts found</h2>
          <ul class="accounts rows">
            {view.accounts.map((account) => (
              <li key={account.id}>
                <span>{account.name}</span>
                <span class="quiet">{account.number}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {view.collecting && (
        <p class="quiet collecting">
          <span class="spinner" aria-hidden="true" />
          We are still reading your data. You do not need to wait.
        </p>
      )}
    </div>
    <p>{nextHint(view, page)}</p>
    <LaunchForm page={page} to="done" class="actions">
      <button type="submit" class="button primary" name="next" value={view.next}>
        Done
      </button>
    </LaunchForm>
  </>
)

const nextHint = (view: ConnectedScreen, page: PageContext) => {
  if (view.next === 'manage') return 'Choose Done to go back to your data sharing.'
  if (view.next === 'list') return 'Next, you can connect another bank or finish.'
  return page.canHandBack ? `Choose Done to go back to ${page.referenceName}.` : 'You are all set.'
}

const attemptStates = {
  connected: { text: 'Connected', icon: 'check', tag: 'tag tag-done' },
  'in-progress': { text: 'In progress', icon: 'clock', tag: 'tag' },
  'needs-answer': { text: 'Needs your answer', icon: 'alert', tag: 'tag tag-warning' },
  failed: { text: 'Not connected', icon: 'close', tag: 'tag tag-failure' },
} as const

/** S-15 */
export const Banks = ({ view, page }: { view: BanksScreen; page: PageContext }) => (
  <>
    <h1>Your connected banks</h1>
    <p class="lead">You can connect another bank now, or finish.</p>
    <div data-live="attempts" aria-live="polite">
      <ul class="attempts rows">
        {view.attempts.map((attempt) => {
          const state = attemptStates[attempt.state]
          return (
            <li key={attempt.jobId} data-job={attempt.jobId}>
              <img src={attempt.bank.logo} alt="" width="40" height="40" />
              <span class="bank-name">{attempt.bank.name}</span>
              <span class={state.tag}>
                <Icon name={state.icon} />
                {state.text}
              </span>
              {attempt.state === 'failed' && (
                <a href={attempt.retryTo}>
                  Try again<span class="sr"> with {attempt.bank.name}</span>
                </a>
              )}
              {attempt.state === 'needs-answer' && (
                <a href={`${page.launchPath}/job/${attempt.jobId}`}>
                  Answer<span class="sr"> for {attempt.bank.name}</span>
                </a>
              )}
            </li>
          )
        })}
      </ul>
    </div>
    <LaunchForm page={page} to="done" class="actions">
      <a class="button secondary" href={`${page.launchPath}/banks`}>
        <Icon name="plus" />
        Connect another bank
      </a>
      <button type="submit" class="button primary">
        {view.declares ? 'I have disclosed all my accounts' : 'Done'}
      </button>
    </LaunchForm>
  </>
)
