import type { ComponentChildren } from 'preact'
import { Day, LaunchForm } from '../parts/form.tsx'
import { Icon } from '../parts/icons.tsx'
import type { AccountLine, Bank, DisconnectScreen, PageContext, StopScreen } from '../view.ts'
import { CloseButton, ElectionNotice } from './manage.tsx'

interface Props<View> {
  view: View
  page: PageContext
}

export const stopTitle = {
  consequences: 'Stop sharing?',
  confirm: 'Stop sharing now?',
  done: 'Sharing has stopped',
}

/** S-19: what stopping means, then the question, then what happened. */
export const Stop = ({ view, page }: Props<StopScreen>) => {
  if (view.step === 'done') return <Stopped view={view} page={page} />
  return view.step === 'consequences' ? (
    <StopConsequences view={view} page={page} />
  ) : (
    <StopConfirm view={view} page={page} />
  )
}

const StopConsequences = ({ view, page }: Props<StopScreen>) => (
  <>
    <h1>{stopTitle.consequences}</h1>
    <p class="lead">Before you decide, this is what happens if you stop sharing with {page.brandName}.</p>
    <h2>What stops</h2>
    <p>We no longer collect or share any of this:</p>
    <ul class="permissions">
      {view.clusters.map((name) => (
        <li key={name}>{name}</li>
      ))}
    </ul>
    <BankNames banks={view.banks} title="Banks that are disconnected" />
    <h2>What it means for you</h2>
    <p>{view.consequences}</p>
    <p>{page.brandName} may not be able to keep providing the service.</p>
    <h2>What happens to your data</h2>
    {view.mayElect ? (
      <p>
        {page.brandName} removes everything that could identify you and keeps what is left, unless you choose
        that it is deleted.
      </p>
    ) : (
      <p>
        It is deleted. This starts at once and usually takes a few minutes, never more than 2 business days.
      </p>
    )}
    <ElectionNotice handling={view.handling} />
    {view.adviser && (
      <p>
        Data that {view.adviser} has already received is not covered. Ask them how they handle it, and what
        stopping means for what they do for you.
      </p>
    )}
    <form method="get" action={`${page.launchPath}/manage/stop/confirm`}>
      {view.mayElect && (
        <label class="choice">
          <input type="checkbox" name="delete" value="yes" />
          <span>Delete my data instead</span>
        </label>
      )}
      <div class="actions">
        <button type="submit" class="button secondary">
          Continue
        </button>
        <a class="button secondary" href={`${page.launchPath}/manage`}>
          Keep sharing
        </a>
      </div>
    </form>
  </>
)

const StopConfirm = ({ view, page }: Props<StopScreen>) => (
  <>
    <h1>{stopTitle.confirm}</h1>
    <p class="lead">
      It takes effect at once and cannot be undone. To share again you would give a new consent.
    </p>
    <p>
      {view.handling === 'de-identify'
        ? 'Everything that could identify you is removed. What is left is kept.'
        : 'The data we collected will be deleted.'}
    </p>
    <LaunchForm page={page} to="manage/stop" class="actions">
      {view.handling === 'delete-elected' && <input type="hidden" name="delete" value="yes" />}
      <button type="submit" class="button secondary">
        Stop sharing
      </button>
      <a class="button secondary" href={`${page.launchPath}/manage`}>
        Keep sharing
      </a>
    </LaunchForm>
  </>
)

const Stopped = ({ view, page }: Props<StopScreen>) => (
  <>
    <Outcome title={stopTitle.done} />
    {view.at && (
      <p class="lead">
        You stopped sharing with {page.brandName} on <Day at={view.at} />. Every bank is disconnected.
      </p>
    )}
    <p>
      {view.handling === 'de-identify'
        ? 'Everything that could identify you is being removed.'
        : 'The data we collected is being deleted.'}{' '}
      This usually takes a few minutes, and never more than 2 business days.
    </p>
    <CloseButton page={page}>{`Back to ${page.referenceName}`}</CloseButton>
  </>
)

/** S-20 */
export const Disconnect = ({ view, page }: Props<DisconnectScreen>) => {
  const at = `${page.launchPath}/manage/connection/${view.connectionId}`
  if (view.step === 'done') return <Disconnected view={view} page={page} />
  if (view.step === 'confirm') {
    return (
      <>
        <h1>Disconnect {view.bank.name} now?</h1>
        <p class="lead">It takes effect at once. Its data will be deleted.</p>
        <LaunchForm page={page} to={`manage/connection/${view.connectionId}/disconnect`} class="actions">
          <button type="submit" class="button secondary">
            Disconnect
          </button>
          <a class="button secondary" href={at}>
            Keep this bank
          </a>
        </LaunchForm>
      </>
    )
  }
  return (
    <>
      <h1>Disconnect {view.bank.name}?</h1>
      <p class="lead">Your consent stays, and your other banks are not touched.</p>
      <h2>What stops</h2>
      <p>No more data is collected from {view.bank.name}.</p>
      <AccountNames accounts={view.accounts} />
      <h2>What it means for you</h2>
      <p>{page.brandName} may not be able to keep providing what needs this bank’s data.</p>
      <h2>What happens to your data</h2>
      <p>
        What was collected from {view.bank.name}, and your saved login, are deleted. This starts at once and
        usually takes a few minutes.
      </p>
      <div class="actions">
        <a class="button secondary" href={`${at}/disconnect/confirm`}>
          Continue
        </a>
        <a class="button secondary" href={at}>
          Keep this bank
        </a>
      </div>
    </>
  )
}

const Disconnected = ({ view, page }: Props<DisconnectScreen>) => (
  <>
    <Outcome title={`${view.bank.name} is disconnected`} />
    {view.at && (
      <p class="lead">
        Disconnected on <Day at={view.at} />. Its data is being deleted; this usually takes a few minutes, and
        never more than 2 business days.
      </p>
    )}
    <div class="actions">
      <a class="button primary" href={`${page.launchPath}/manage`}>
        Back to your data sharing
      </a>
    </div>
  </>
)

const Outcome = ({ title }: { title: string }) => (
  <div class="outcome outcome-success">
    <span class="outcome-mark">
      <Icon name="check" />
    </span>
    <h1>{title}</h1>
  </div>
)

const AccountNames = ({ accounts }: { accounts: readonly AccountLine[] }) =>
  accounts.length === 0 ? null : (
    <ul class="accounts rows">
      {accounts.map((account) => (
        <li key={account.id}>
          <span>{account.name}</span>
          <span class="quiet">{account.number}</span>
        </li>
      ))}
    </ul>
  )

/** Banks by logo and name; nothing when there are none. */
export const BankNames = (props: { banks: readonly Bank[]; title: string; children?: ComponentChildren }) =>
  props.banks.length === 0 ? null : (
    <>
      <h2>{props.title}</h2>
      {props.children}
      <ul class="connections rows">
        {props.banks.map((bank, index) => (
          <li key={`${bank.id}-${index}`}>
            <img src={bank.logo} alt="" width="40" height="40" />
            <span class="bank-name">{bank.name}</span>
          </li>
        ))}
      </ul>
    </>
  )
