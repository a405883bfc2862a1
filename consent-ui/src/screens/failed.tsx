import { ExternalLink } from '../parts/dialog.tsx'
import { LaunchForm } from '../parts/form.tsx'
import { Icon } from '../parts/icons.tsx'
import type { FailedScreen, FailureCause, PageContext } from '../view.ts'

interface Copy {
  title: string
  text: (bank: string) => string
  help: (bank: string) => readonly string[]
  /** Trying the same login again may work. */
  retry: string | null
}

const copies: Record<FailureCause, Copy> = {
  'wrong-details': {
    title: 'Those details did not match',
    text: (bank) => `${bank} did not accept the login details. Nothing was shared.`,
    help: () => [
      'Check for typing mistakes. Capital letters count.',
      'Use the details you log in to your bank with.',
    ],
    retry: 'Try again',
  },
  locked: {
    title: 'Your bank has locked this login',
    text: (bank) => `${bank} will not let anyone log in with it until you unlock it.`,
    help: (bank) => [
      `Log in on the ${bank} website or app and follow the steps to unlock it.`,
      `If that does not work, call ${bank} on the number on your card.`,
    ],
    retry: null,
  },
  'user-action': {
    title: 'Your bank needs something from you first',
    text: (bank) => `${bank} has a message or new terms waiting for you.`,
    help: (bank) => [
      `Log in to ${bank} as you normally do.`,
      'Read and accept what is shown.',
      'Come back here and try again.',
    ],
    retry: 'Try again',
  },
  unavailable: {
    title: 'Your bank is not responding',
    text: (bank) => `We could not reach ${bank}. This is usually short.`,
    help: () => ['Wait a few minutes and try again.', 'You can also connect another bank now.'],
    retry: 'Try again',
  },
  'not-approved': {
    title: 'Sharing was not approved',
    text: (bank) => `${bank} told us that sharing was not approved. Nothing was shared.`,
    help: () => ['If you did not mean to stop, you can try again.'],
    retry: 'Try again',
  },
  'timed-out': {
    title: 'Time ran out',
    text: (bank) => `${bank} did not get an answer in time. Nothing was shared.`,
    help: () => ['Have your phone or answers ready before you try again.'],
    retry: 'Retry',
  },
  other: {
    title: 'Something went wrong',
    text: (bank) => `We could not connect to ${bank}. Nothing was shared.`,
    help: () => ['Try again. If it keeps happening, connect another bank.'],
    retry: 'Try again',
  },
}

/** S-14. Every variant offers a way back to the partner. */
export const Failed = ({ view, page }: { view: FailedScreen; page: PageContext }) => {
  const copy = copies[view.cause]
  return (
    <div class="stack" data-cause={view.cause}>
      <div class="outcome outcome-failure">
        <span class="outcome-mark">
          <Icon name="alert" />
        </span>
        <h1>{copy.title}</h1>
      </div>
      <p class="lead">{copy.text(view.bank.shortName)}</p>
      {view.changesLogin && <p>The login saved before has not been changed.</p>}
      <h2 class="subheading">What you can do</h2>
      <ul class="bullets">
        {copy.help(view.bank.shortName).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {view.cause === 'wrong-details' && view.forgottenPasswordUrl && (
        <p>
          <ExternalLink href={view.forgottenPasswordUrl}>Forgotten your password?</ExternalLink>
        </p>
      )}
      <LaunchForm page={page} to="done" class="actions">
        {copy.retry && (
          <a class="button primary" href={view.retryTo}>
            {copy.retry}
          </a>
        )}
        <a class={copy.retry ? 'button secondary' : 'button primary'} href={view.backTo}>
          {view.cause === 'timed-out' || view.changesLogin ? 'Go back' : 'Choose another bank'}
        </a>
        {view.severalBanks && (
          <a class="button secondary" href={`${page.launchPath}/connected`}>
            See your banks
          </a>
        )}
        <button type="submit" class="button quiet-button">
          {page.canHandBack ? `Leave and go back to ${page.referenceName}` : 'Leave'}
        </button>
      </LaunchForm>
    </div>
  )
}
