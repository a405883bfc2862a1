import type { ComponentChildren } from 'preact'
import { OpenDialog } from '../parts/dialog.tsx'
import { Day, LaunchForm } from '../parts/form.tsx'
import { Icon, type IconName } from '../parts/icons.tsx'
import { CancelLink } from '../parts/leave.tsx'
import { Notice } from '../parts/notice.tsx'
import type { ClusterRow, ConsentScreen, PageContext } from '../view.ts'
import { ConsentDialogs } from './consent-dialogs.tsx'

interface Props {
  view: ConsentScreen
  page: PageContext
}

/** S-02: everything the consumer agrees to, in the order of the contract, and one explicit button. */
export const Consent = ({ view, page }: Props) => (
  <>
    <h1>{view.title}</h1>
    <p class="lead">{view.subtitle}</p>
    {view.policyChanged && (
      <Notice kind="warning" title="The details changed while you were reading" alert>
        <p>Please read them again before you agree.</p>
      </Notice>
    )}
    {view.adviser && <AdviserBanner view={view} page={page} />}
    <LaunchForm page={page} to="consent">
      <input type="hidden" name="policy" value={view.policyId} />
      <WhatWeCollect view={view} />
      <HowLong view={view} />
      <Why view={view} />
      <Who view={view} />
      <Afterwards view={view} page={page} />
      <Manage page={page} />
      {view.adviser && <Disclaimer view={view} />}
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

const Section = (props: { id: string; icon: IconName; title: string; children: ComponentChildren }) => (
  <section class="section" aria-labelledby={props.id}>
    <h2 id={props.id}>
      <span class="accent">
        <Icon name={props.icon} />
      </span>
      {props.title}
    </h2>
    {props.children}
  </section>
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
        <span class="cluster-name">{row.name}</span>
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
  <Section id="period" icon="clock" title="For how long">
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
        <dd>
          {view.frequency === 'once'
            ? 'Once, when you connect a bank'
            : 'When you connect a bank, then up to 20 times a day while your consent is active'}
        </dd>
      </div>
    </dl>
  </Section>
)

const lengthOf = (days: number) => (days === 365 ? '12 months' : days === 1 ? '1 day' : `${days} days`)

const Why = ({ view }: { view: ConsentScreen }) => (
  <Section id="why" icon="target" title="Why we need it">
    <ul class="plain">
      {view.purposes.map((purpose) => (
        <li key={purpose.title}>
          <strong>{purpose.title}</strong>
          <p>{purpose.description}</p>
        </li>
      ))}
    </ul>
  </Section>
)

const Who = ({ view }: { view: ConsentScreen }) =>
  view.parties.length === 0 ? null : (
    <Section id="who" icon="people" title="Who else is involved">
      <ul class="parties rows">
        {view.parties.map((party, index) => (
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
  <Section id="after" icon="bin" title="What happens to your data afterwards">
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

const AdviserBanner = ({ view, page }: Props) =>
  view.adviser && (
    <div class="adviser">
      <Icon name="person" />
      <div>
        <p>
          {page.brandName} will share your data with your adviser, <strong>{view.adviser.name}</strong> (
          {view.adviser.type}).
        </p>
        <p class="quiet">
          {view.adviser.referenceType} {view.adviser.referenceId}
        </p>
        <OpenDialog id="m-ta">About your adviser</OpenDialog>
      </div>
    </div>
  )

const Disclaimer = ({ view }: { view: ConsentScreen }) =>
  view.adviser && (
    <p class="disclaimer">
      {view.adviser.name} is not accredited under the Consumer Data Right. Once your data reaches them,
      Consumer Data Right rules do not cover it. Check how they look after your data before you agree.
    </p>
  )
