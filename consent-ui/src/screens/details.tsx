import { Day } from '../parts/form.tsx'
import { Icon } from '../parts/icons.tsx'
import type {
  Amendment,
  ConnectionLine,
  ConnectionScreen,
  ConsentDetailScreen,
  ConsentTerms,
  PageContext,
} from '../view.ts'
import { BankHeading } from './bank.tsx'
import { AdviserBanner, Disclaimer, howOften, Section, Who, Why } from './consent.tsx'
import { ConsentDialogs } from './consent-dialogs.tsx'
import { countAccounts, ElectionForm, Ended, handlingText, methods, StatusTag } from './manage.tsx'

/** S-17 and S-21: everything that was agreed, what changed since, and what was collected. */
export const ConsentDetail = ({ view, page }: { view: ConsentDetailScreen; page: PageContext }) => {
  const { consent, terms, handling } = view
  return (
    <>
      <h1>{consent.ended ? 'A consent you gave' : 'Your consent'}</h1>
      <p>
        <StatusTag consent={consent} />
      </p>
      <Ended consent={consent} page={page} />
      <AdviserBanner terms={terms} page={page} />
      <Clusters terms={terms} title={consent.ended ? 'What you shared' : 'What you share'} />
      {view.notShared.length > 0 && <p class="quiet">Not shared: {view.notShared.join(', ')}</p>}
      <Period view={view} />
      <Why terms={terms} />
      <Who terms={terms} />
      <Section id="after" icon="bin" title="What happens to your data afterwards">
        <p>{handlingText(handling, page.brandName)}</p>
        {handling === 'de-identify' && !consent.ended && <ElectionForm page={page} />}
      </Section>
      {view.amendments.length > 0 && <Amendments amendments={view.amendments} />}
      {!consent.ended && <Collected view={view} />}
      <Disclaimer terms={terms} />
      <ConsentDialogs view={terms} page={page} />
      <div class="actions">
        <a class="button secondary" href={`${page.launchPath}/manage`}>
          Back to your data sharing
        </a>
      </div>
    </>
  )
}

/** The rows of the data-language standard with their reasons, without choices. */
export const Clusters = ({ terms, title }: { terms: ConsentTerms; title: string }) => (
  <Section id="what" icon="list" title={title}>
    <ul class="clusters rows">
      {terms.clusters.map((row) => (
        <li key={row.scope} data-scope={row.scope}>
          <details class="cluster">
            <summary class="plain-summary">
              <span class="cluster-name">{row.name}</span>
              <span class="chevron">
                <Icon name="chevron" />
              </span>
            </summary>
            <div class="cluster-body">
              <ul class="permissions">
                {row.permissions.map((permission) => (
                  <li key={permission}>{permission}</li>
                ))}
              </ul>
              <p class="quiet">{row.reason}</p>
            </div>
          </details>
        </li>
      ))}
    </ul>
  </Section>
)

const Period = ({ view: { consent, terms } }: { view: ConsentDetailScreen }) => (
  <Section id="period" icon="clock" title="For how long">
    <dl class="facts">
      <div>
        <dt>Given on</dt>
        <dd>
          <Day at={consent.given} />
        </dd>
      </div>
      <div>
        <dt>Agreed until</dt>
        <dd>
          <Day at={consent.until} />
        </dd>
      </div>
      <div>
        <dt>How far back</dt>
        <dd>
          Data from <Day at={terms.dataFrom} />
        </dd>
      </div>
      <div>
        <dt>How often</dt>
        <dd>{howOften(terms)}</dd>
      </div>
    </dl>
  </Section>
)

const Amendments = ({ amendments }: { amendments: readonly Amendment[] }) => (
  <Section id="amendments" icon="history" title="Changes since">
    <ul class="plain">
      {amendments.map((one) => (
        <li key={one.at + one.text}>
          <Day at={one.at} />: {one.text}
          {one.days && (
            <>
              {' '}
              from <Day at={one.days.from} /> to <Day at={one.days.to} />
            </>
          )}
        </li>
      ))}
    </ul>
  </Section>
)

const Collected = ({ view }: { view: ConsentDetailScreen }) => (
  <Section id="collected" icon="bank" title="What was collected">
    {view.collected.length === 0 && <p>Nothing has been collected yet.</p>}
    <ul class="plain">
      {view.collected.map((connection) => (
        <li key={connection.id}>
          <CollectedFrom connection={connection} clusters={view.terms.clusters.map((row) => row.name)} />
        </li>
      ))}
    </ul>
  </Section>
)

const CollectedFrom = (props: { connection: ConnectionLine; clusters: readonly string[] }) => (
  <>
    <strong>From {props.connection.bank.name}</strong>
    {props.connection.lastUpdated ? (
      <p>
        {props.clusters.join(', ')}. First on <Day at={props.connection.connectedOn} />, last on{' '}
        <Day at={props.connection.lastUpdated} />.
      </p>
    ) : (
      <p>Nothing yet.</p>
    )}
  </>
)

const stateTags = {
  expiring: { text: 'Expiring soon', icon: 'clock', tag: 'tag tag-warning' },
  attention: { text: 'Needs attention', icon: 'alert', tag: 'tag tag-warning' },
  waiting: { text: 'Waiting', icon: 'clock', tag: 'tag' },
  connected: { text: 'Connected', icon: 'check', tag: 'tag tag-done' },
} as const

/** S-18 */
export const ConnectionDetail = ({ view, page }: { view: ConnectionScreen; page: PageContext }) => {
  const { connection } = view
  const state = stateTags[connection.group]
  return (
    <>
      <BankHeading bank={connection.bank} title={connection.bank.name} />
      <p class="tags">
        <span class={state.tag}>
          <Icon name={state.icon} />
          {state.text}
        </span>
        <span class="tag">{methods[connection.method]}</span>
      </p>
      <Section id="accounts" icon="list" title={countAccounts(connection.accounts.length)}>
        {connection.accounts.length > 0 && (
          <ul class="accounts rows">
            {connection.accounts.map((account) => (
              <li key={account.id}>
                <span>{account.name}</span>
                <span class="quiet">{account.number}</span>
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section id="collected" icon="history" title="What was collected">
        <dl class="facts">
          <div>
            <dt>Connected on</dt>
            <dd>
              <Day at={connection.connectedOn} />
            </dd>
          </div>
          {connection.expiresOn && (
            <div>
              <dt>Ends on</dt>
              <dd>
                <Day at={connection.expiresOn} />
              </dd>
            </div>
          )}
        </dl>
        <CollectedFrom connection={connection} clusters={view.clusters} />
      </Section>
      <div class="actions">
        <ConnectionActions connection={connection} page={page} />
        <a class="button secondary" href={`${page.launchPath}/manage/connection/${connection.id}/disconnect`}>
          Disconnect
        </a>
      </div>
    </>
  )
}

const ConnectionActions = ({ connection, page }: { connection: ConnectionLine; page: PageContext }) => {
  const at = `${page.launchPath}/connection/${connection.id}`
  if (connection.method === 'web') {
    return (
      <a class="button primary" href={`${at}/login`}>
        Update login
      </a>
    )
  }
  if (connection.method === 'upload') return null
  return (
    <>
      <a class="button primary" href={`${at}/renew`}>
        Renew
      </a>
      <a class="button secondary" href={`${at}/renew`}>
        Choose different accounts
      </a>
    </>
  )
}
