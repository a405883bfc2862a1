import type { ComponentChildren } from 'preact'
import { OpenDialog } from '../parts/dialog.tsx'
import { Day, LaunchForm } from '../parts/form.tsx'
import { Icon, type IconName } from '../parts/icons.tsx'
import { CancelLink } from '../parts/leave.tsx'
import { Notice } from '../parts/notice.tsx'
import type { ChangedPart, ClusterRow, ConsentScreen, ConsentTerms, PageContext } from '../view.ts'
import { ConsentDialogs } from './consent-dialogs.tsx'

interface Props {
  view: ConsentScreen
  page: PageContext
}

/** S-02 and S-25: everything the consumer agrees to, in the order of the contract, and one explicit button. */
export const Consent = ({ view, page }: Props) => (
  <>
    <h1>{view.title}</h1>
    <p class="lead">{view.subtitle}</p>
    {view.policyChanged && (
      <Notice kind="warning" title="The details changed while you were reading" alert>
        <p>Please read them again before you agree.</p>
      </Notice>
    )}
    <AdviserBanner terms={view} page={page} />
    <LaunchForm page={page} to={view.screen === 'S-25' ? 'update/consent' : 'consent'}>
      <input type="hidden" name="policy" value={view.policyId} />
      <WhatWeCollect view={view} />
      <HowLong view={view} />
      <Why terms={view} changed={isChanged(view, 'purpose')} />
      <Who terms={view} changed={isChanged(view, 'parties')} />
      <Afterwards view={view} page={page} />
      <Manage page={page} />
      <Disclaimer terms={view} />
      <div class="actions">
        <button type="submit" class="button primary">
          I consent
        </button>
        <CancelLink>Cancel</CancelLink>
      </div>
    </LaunchForm>
    <ConsentDialogs view={view} page={page} />
  </>
)

const isChanged = (view: ConsentScreen, ...parts: ChangedPart[]) =>
  parts.some((part) => view.changed?.includes(part) === true)

export const Section = (props: {
  id: string
  icon: IconName
  title: string
  changed?: boolean
  children: ComponentChildren
}) => (
  <section class="section" aria-labelledby={props.id}>
    <h2 id={props.id}>
      <span class="accent">
        <Icon name={props.icon} />
      </span>
      {props.title}
      {props.changed && <ChangeTag change="changed" />}
    </h2>
    {props.children}
  </section>
)

const marks = {
  added: { text: 'New', icon: 'plus', tag: 'tag tag-done' },
  removed: { text: 'Removed', icon: 'close', tag: 'tag tag-failure' },
  changed: { text: 'Changed', icon: 'repeat', tag: 'tag tag-warning' },
  unchanged: { text: 'Same as now', icon: 'check', tag: 'tag' },
} as const

/** What is different, by words and an icon. */
export const ChangeTag = ({ change }: { change: keyof typeof marks }) => (
  <span class={marks[change].tag}>
    <Icon name={marks[change].icon} />
    {marks[change].text}
  </span>
)

const WhatWeCollect = ({ view }: { view: ConsentScreen }) => (
  <Section id="what" icon="list" title="What we will collect">
    <ul class="clusters rows">
      {view.clusters.map((row, index) => (
        <li key={row.scope} data-scope={row.scope}>
          <Cluster row={row} index={index} />
        </li>
      ))}
    </ul>
  </Section>
)

const Cluster = ({ row, index }: { row: ClusterRow; index: number }) => (
  <>
    <details class="cluster">
      <summary>
        <span class="tags">
          <span class="cluster-name">{row.name}</span>
          {row.change && <ChangeTag change={row.change} />}
        </span>
        <span class={row.required ? 'tag' : 'tag tag-optional'}>{row.required ? 'Needed' : 'Optional'}</span>
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
        <OpenDialog id={`m-scope-${index}`}>
          More about this<span class="sr">: {row.name}</span>
        </OpenDialog>
      </div>
    </details>
    {!row.required && (
      <label class="choice">
        <input type="checkbox" name="scope" value={row.scope} checked={row.ticked} />
        <span>
          Share my <q>{row.name}</q> too
        </span>
      </label>
    )}
  </>
)

const HowLong = ({ view }: { view: ConsentScreen }) => (
  <Section id="period" icon="clock" title="For how long" changed={isChanged(view, 'duration', 'history')}>
    <dl class="facts">
      <div>
        <dt>How far back</dt>
        <dd>
          Data from <Day at={view.dataFrom} />
        </dd>
      </div>
      <div>
        <dt>How long</dt>
        <dd>
          Until <Day at={view.until} /> ({lengthOf(view.days)})
        </dd>
      </div>
      <div>
        <dt>How often</dt>
        <dd>{howOften(view)}</dd>
      </div>
    </dl>
  </Section>
)

export const howOften = ({ frequency }: Pick<ConsentTerms, 'frequency'>) =>
  frequency === 'once'
    ? 'Once, when you connect a bank'
    : 'When you connect a bank, then about once a day and whenever the service asks, while your consent is active'

const lengthOf = (days: number) => (days === 365 ? '12 months' : days === 1 ? '1 day' : `${days} days`)

export const Why = ({ terms, changed = false }: { terms: ConsentTerms; changed?: boolean }) => (
  <Section id="why" icon="target" title="Why we need it" changed={changed}>
    <ul class="plain">
      {terms.purposes.map((purpose) => (
        <li key={purpose.title}>
          <strong>{purpose.title}</strong>
          <p>{purpose.description}</p>
        </li>
      ))}
    </ul>
  </Section>
)

export const Who = ({ terms, changed = false }: { terms: ConsentTerms; changed?: boolean }) =>
  terms.parties.length === 0 ? null : (
    <Section id="who" icon="people" title="Who else is involved" changed={changed}>
      <ul class="parties rows">
        {terms.parties.map((party, index) => (
          <li key={party.name}>
            <div>
              <strong>{party.name}</strong>
              <p class="quiet">
                {party.role}
                {party.accreditationNumber && `, accreditation number ${party.accreditationNumber}`}
              </p>
              {party.country && party.country !== 'Australia' && (
                <span class="tag">Outside Australia: {party.country}</span>
              )}
            </div>
            <OpenDialog id={`m-party-${index}`}>
              Details<span class="sr"> about {party.name}</span>
            </OpenDialog>
          </li>
        ))}
      </ul>
    </Section>
  )

const Afterwards = ({ view, page }: Props) => (
  <Section
    id="after"
    icon="bin"
    title="What happens to your data afterwards"
    changed={isChanged(view, 'handling')}
  >
    {view.retainData ? (
      <>
        <p>
          When your consent ends, {page.brandName} removes everything that could identify you. What is left is
          kept in a form that cannot be linked to you.
        </p>
        <label class="choice">
          <input type="checkbox" name="delete" value="yes" />
          <span>Delete my data instead</span>
        </label>
      </>
    ) : (
      <p>When your consent ends, the data we collected is deleted.</p>
    )}
    <OpenDialog id="m-handling">How your data is deleted</OpenDialog>
  </Section>
)

const Manage = ({ page }: { page: PageContext }) => (
  <Section id="manage" icon="settings" title="Manage your data sharing">
    <p>You can stop sharing at any time. It takes effect at once, and {page.brandName} is told.</p>
    <OpenDialog id="m-manage">How to stop sharing</OpenDialog>
  </Section>
)

export const AdviserBanner = ({ terms, page }: { terms: ConsentTerms; page: PageContext }) =>
  terms.adviser && (
    <div class="adviser">
      <Icon name="person" />
      <div>
        <p>
          {page.brandName} will share your data with your adviser, <strong>{terms.adviser.name}</strong> (
          {terms.adviser.type}).
        </p>
        <p class="quiet">
          {terms.adviser.referenceType} {terms.adviser.referenceId}
        </p>
        <OpenDialog id="m-ta">About your adviser</OpenDialog>
      </div>
    </div>
  )

export const Disclaimer = ({ terms }: { terms: ConsentTerms }) =>
  terms.adviser && (
    <p class="disclaimer">
      {terms.adviser.name} is not accredited under the Consumer Data Right. Once your data reaches them,
      Consumer Data Right rules do not cover it. Check how they look after your data before you agree.
    </p>
  )
