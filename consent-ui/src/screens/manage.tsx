import { OpenDialog } from '../parts/dialog.tsx'
import { Day, LaunchForm } from '../parts/form.tsx'
import { Icon } from '../parts/icons.tsx'
import { Notice } from '../parts/notice.tsx'
import type {
  ConnectionGroup,
  ConnectionLine,
  ConsentSummary,
  EndReason,
  Handling,
  ManageScreen,
  PageContext,
} from '../view.ts'
import { AdviserBanner } from './consent.tsx'
import { ConsentDialogs } from './consent-dialogs.tsx'

interface Props {
  view: ManageScreen
  page: PageContext
}

/** S-16: what is shared, with which banks, and what was shared before. */
export const Manage = ({ view, page }: Props) => (
  <>
    <h1>Your data sharing</h1>
    {view.current ? (
      <Current current={view.current} page={page} />
    ) : (
      <p class="lead">
        {view.history.length > 0
          ? `You are not sharing any data with ${page.brandName} right now.`
          : `You have not shared any data with ${page.brandName}.`}
      </p>
    )}
    {view.current && <Connections connections={view.connections} page={page} />}
    {view.history.length > 0 && <History view={view} page={page} />}
    <CloseButton page={page}>{view.current || view.history.length > 0 ? 'Close' : null}</CloseButton>
  </>
)

/** Back to the partner; nothing where there is no way back (c&d §1.7). */
export const CloseButton = ({ page, children }: { page: PageContext; children: string | null }) =>
  page.canHandBack ? (
    <LaunchForm page={page} to="done" class="actions">
      <button type="submit" class="button secondary" name="next" value="close">
        {children ?? `Back to ${page.referenceName}`}
      </button>
    </LaunchForm>
  ) : null

const Current = ({ current, page }: { current: NonNullable<ManageScreen['current']>; page: PageContext }) => {
  const { consent, terms, daysLeft, handling } = current
  return (
    <>
      <section class="card" aria-labelledby="card-title" data-consent={consent.id}>
        <div class="card-head">
          <h2 id="card-title">{page.brandName}</h2>
          <StatusTag consent={consent} />
        </div>
        <p>{terms.purposes.map((purpose) => purpose.title).join(' · ')}</p>
        <dl class="facts two">
          <div>
            <dt>Given on</dt>
            <dd>
              <Day at={consent.given} />
            </dd>
          </div>
          <div>
            <dt>Ends on</dt>
            <dd>
              <Day at={consent.until} /> <DaysLeft days={daysLeft} />
            </dd>
          </div>
          <div>
            <dt>How far back</dt>
            <dd>
              Data from <Day at={terms.dataFrom} />
            </dd>
          </div>
          {terms.parties.length > 0 && (
            <div>
              <dt>Also involved</dt>
              <dd>{terms.parties.map((party) => party.name).join(', ')}</dd>
            </div>
          )}
        </dl>
        <h3>What you share</h3>
        <ul class="permissions">
          {terms.clusters.map((row) => (
            <li key={row.scope} data-scope={row.scope}>
              {row.name}
            </li>
          ))}
        </ul>
        <p class="quiet">{handlingText(handling, page.brandName)}</p>
        {handling === 'de-identify' && <ElectionForm page={page} />}
        <AdviserBanner terms={terms} page={page} />
        <div class="links">
          <a href={`${page.launchPath}/manage/consent/${consent.id}`}>See all details</a>
          <OpenDialog id="m-manage">How to stop sharing</OpenDialog>
        </div>
        <a class="button secondary" href={`${page.launchPath}/manage/stop`}>
          Stop sharing all data
        </a>
      </section>
      <ConsentDialogs view={terms} page={page} />
    </>
  )
}

const DaysLeft = ({ days }: { days: number }) => (
  <span class={days <= 7 ? 'tag tag-warning' : 'tag'}>
    {days <= 7 && <Icon name="clock" />}
    {days === 1 ? '1 day left' : `${days} days left`}
  </span>
)

const statuses = {
  active: { text: 'Active', icon: 'check', tag: 'tag tag-done' },
  expired: { text: 'Expired', icon: 'clock', tag: 'tag' },
  revoked: { text: 'Stopped', icon: 'close', tag: 'tag' },
} as const

export const StatusTag = ({ consent }: { consent: Pick<ConsentSummary, 'status'> }) => {
  const { text, icon, tag } = statuses[consent.status]
  return (
    <span class={tag}>
      <Icon name={icon} />
      {text}
    </span>
  )
}

export const handlingText = (handling: Handling, brandName: string) =>
  ({
    delete: 'When your consent ends, the data we collected is deleted.',
    'de-identify': `When your consent ends, ${brandName} removes everything that could identify you and keeps what is left.`,
    'delete-elected': 'You chose that your data is deleted when your consent ends.',
  })[handling]

/** The person's choice of deletion, open until the data has been changed (c&d §3.3). */
export const ElectionForm = ({ page }: { page: PageContext }) => (
  <LaunchForm page={page} to="manage/election">
    <button type="submit" class="button secondary">
      Delete my data instead
    </button>
  </LaunchForm>
)

const groups: readonly { id: ConnectionGroup; title: string }[] = [
  { id: 'expiring', title: 'Expiring soon' },
  { id: 'attention', title: 'Needs attention' },
  { id: 'waiting', title: 'Waiting' },
  { id: 'connected', title: 'Connected' },
]

const Connections = ({
  connections,
  page,
}: {
  connections: readonly ConnectionLine[]
  page: PageContext
}) => (
  <section class="section" aria-labelledby="connections">
    <h2 id="connections">
      <span class="accent">
        <Icon name="bank" />
      </span>
      Your banks
    </h2>
    {connections.length === 0 && <p>No bank is connected.</p>}
    {groups.map(({ id, title }) => {
      const rows = connections.filter((one) => one.group === id)
      return rows.length === 0 ? null : (
        <div key={id} data-group={id} class="stack">
          <h3>{title}</h3>
          <ul class="connections rows">
            {rows.map((row) => (
              <li key={row.id} data-connection={row.id}>
                <ConnectionRow row={row} page={page} />
              </li>
            ))}
          </ul>
        </div>
      )
    })}
  </section>
)

export const methods: Record<ConnectionLine['method'], string> = {
  'open-banking': 'Open banking',
  web: 'Bank login',
  upload: 'Uploaded statements',
}

const ConnectionRow = ({ row, page }: { row: ConnectionLine; page: PageContext }) => {
  const at = `${page.launchPath}/manage/connection/${row.id}`
  return (
    <>
      <img src={row.bank.logo} alt="" width="40" height="40" />
      <div class="connection-text">
        <a class="bank-name" href={at}>
          {row.bank.name}
        </a>
        <p class="quiet">
          {methods[row.method]} · {countAccounts(row.accounts.length)}
        </p>
        <p class="quiet">
          Connected <Day at={row.connectedOn} />
          {row.lastUpdated && (
            <>
              {' '}
              · updated <Day at={row.lastUpdated} />
            </>
          )}
          {row.expiresOn && (
            <>
              {' '}
              · ends <Day at={row.expiresOn} />
            </>
          )}
        </p>
      </div>
      <RowAction row={row} page={page} />
    </>
  )
}

export const countAccounts = (count: number) => (count === 1 ? '1 account' : `${count} accounts`)

const RowAction = ({ row, page }: { row: ConnectionLine; page: PageContext }) => {
  const of = <span class="sr"> {row.bank.name}</span>
  const fix = `${page.launchPath}/connection/${row.id}/login`
  if (row.group === 'expiring') return <a href={`${page.launchPath}/connection/${row.id}/renew`}>Renew{of}</a>
  if (row.group === 'attention') return <a href={fix}>Fix{of}</a>
  if (row.group === 'waiting') {
    return (
      <span class="links">
        <a href={fix}>Finish{of}</a>
        <a href={`${page.launchPath}/manage/connection/${row.id}/disconnect`}>Remove{of}</a>
      </span>
    )
  }
  return null
}

const History = ({ view, page }: Props) => {
  const list = (
    <ul class="history rows">
      {view.history.map((consent) => (
        <li key={consent.id}>
          <div>
            <a href={`${page.launchPath}/manage/consent/${consent.id}`}>
              Given on <Day at={consent.given} />
            </a>
            <Ended consent={consent} page={page} />
          </div>
          <StatusTag consent={consent} />
        </li>
      ))}
    </ul>
  )
  if (!view.current) {
    return (
      <section class="section" aria-labelledby="history">
        <h2 id="history">History</h2>
        {list}
      </section>
    )
  }
  return (
    <details class="section history-box">
      <summary>
        <h2>History</h2>
        <span class="chevron">
          <Icon name="chevron" />
        </span>
      </summary>
      {list}
    </details>
  )
}

const reasons: Record<EndReason, (brandName: string) => string> = {
  expired: () => 'it expired',
  you: () => 'you stopped sharing',
  partner: (brandName) => `${brandName} ended it`,
  replaced: () => 'you agreed to new terms',
}

export const Ended = ({ consent, page }: { consent: ConsentSummary; page: PageContext }) =>
  consent.ended && (
    <p class="quiet">
      Ended on <Day at={consent.ended.at} /> because {reasons[consent.ended.reason](page.brandName)}.
    </p>
  )

export const ElectionNotice = ({ handling }: { handling: Handling }) =>
  handling === 'delete-elected' ? (
    <Notice kind="success">
      <p>You chose that your data is deleted.</p>
    </Notice>
  ) : null
