import { OpenDialog } from '../parts/dialog.tsx'
import { Day, LaunchForm } from '../parts/form.tsx'
import { Icon } from '../parts/icons.tsx'
import { CancelLink } from '../parts/leave.tsx'
import { Notice } from '../parts/notice.tsx'
import type { ChangedPart, ExtendedScreen, ExtendScreen, PageContext, TermChange } from '../view.ts'
import { AdviserBanner, ChangeTag, Disclaimer, howOften, Section, Who, Why } from './consent.tsx'
import { ConsentDialogs } from './consent-dialogs.tsx'
import { Clusters } from './details.tsx'
import { handlingText } from './manage.tsx'

/** S-22: the terms as they stand and what changes, before anything changes. */
export const Extend = ({ view, page }: { view: ExtendScreen; page: PageContext }) => (
  <>
    <h1>Extend your consent</h1>
    <p class="lead">This is what you share with {page.brandName} now. Please check it before you go on.</p>
    {view.policyChanged && (
      <Notice kind="warning" title="The details changed while you were reading" alert>
        <p>Please read them again before you agree.</p>
      </Notice>
    )}
    <dl class="facts two dates">
      <div>
        <dt>Ends now on</dt>
        <dd data-current-until>
          <Day at={view.consent.until} />
        </dd>
      </div>
      {!view.wouldShorten && (
        <div>
          <dt>
            New end <ChangeTag change="changed" />
          </dt>
          <dd data-new-until>
            <Day at={view.newUntil} />
          </dd>
        </div>
      )}
    </dl>
    <Changes changes={view.changes} />
    <AdviserBanner terms={view.terms} page={page} />
    <Clusters terms={view.terms} title="What you share" />
    <Section id="period" icon="clock" title="How far back and how often">
      <dl class="facts">
        <div>
          <dt>How far back</dt>
          <dd>
            Data from <Day at={view.terms.dataFrom} />
          </dd>
        </div>
        <div>
          <dt>How often</dt>
          <dd>{howOften(view.terms)}</dd>
        </div>
      </dl>
    </Section>
    <Why terms={view.terms} />
    <Who terms={view.terms} />
    <Section id="after" icon="bin" title="What happens to your data afterwards">
      <p>{handlingText(view.handling, page.brandName)}</p>
      <OpenDialog id="m-handling">How your data is deleted</OpenDialog>
    </Section>
    <Section id="manage" icon="settings" title="Manage your data sharing">
      <p>You can stop sharing at any time. It takes effect at once.</p>
      <OpenDialog id="m-manage">How to stop sharing</OpenDialog>
    </Section>
    <Disclaimer terms={view.terms} />
    <ConsentDialogs view={view.terms} page={page} />
    <ExtendActions view={view} page={page} />
  </>
)

const ExtendActions = ({ view, page }: { view: ExtendScreen; page: PageContext }) => (
  <LaunchForm page={page} to="extend" class="actions">
    <input type="hidden" name="policy" value={view.policyId} />
    {view.wouldShorten ? (
      <Notice kind="info" title="There is nothing to extend now">
        <p>
          Your consent already lasts until <Day at={view.consent.until} />, longer than an extension would
          give. You can extend it later.
        </p>
      </Notice>
    ) : (
      <button type="submit" class="button primary">
        <span>
          Extend to <Day at={view.newUntil} />
        </span>
      </button>
    )}
    <CancelLink>Not now</CancelLink>
    <a class="button secondary" href={`${page.launchPath}/manage/stop`}>
      Stop sharing instead
    </a>
  </LaunchForm>
)

const parts: Record<ChangedPart, string> = {
  purpose: 'Why it is needed',
  duration: 'How long a consent lasts',
  history: 'How far back',
  handling: 'What happens to your data afterwards',
  parties: 'Who else is involved',
}

/** Attributes that differ, each as it was and as it will be. */
export const Changes = ({ changes }: { changes: readonly TermChange[] }) =>
  changes.length === 0 ? null : (
    <Section id="changes" icon="repeat" title="What else changes">
      <ul class="changes rows">
        {changes.map((change) => (
          <li key={change.part} data-part={change.part}>
            <p>
              <strong>{parts[change.part]}</strong> <ChangeTag change="changed" />
            </p>
            <p class="quiet">Until now: {change.from}</p>
            <p>From now on: {change.to}</p>
          </li>
        ))}
      </ul>
    </Section>
  )

/** S-23 */
export const Extended = ({ view, page }: { view: ExtendedScreen; page: PageContext }) => (
  <>
    <div class="outcome outcome-success">
      <span class="outcome-mark">
        <Icon name="check" />
      </span>
      <h1>Your consent is extended</h1>
    </div>
    <p class="lead">
      You share with {page.brandName} until <Day at={view.until} />. You can stop at any time.
    </p>
    <LaunchForm page={page} to="done" class="actions">
      <button type="submit" class="button primary">
        Done
      </button>
      <a class="button secondary" href={`${page.launchPath}/manage`}>
        See your data sharing
      </a>
    </LaunchForm>
  </>
)
