import { Dialog, ExternalLink } from '../parts/dialog.tsx'
import type { Adviser, ConsentTerms, PageContext, SupportingParty } from '../view.ts'

/** S-03: M-SCOPE, M-PARTY, M-HANDLING, M-MANAGE and M-TA. M-CANCEL belongs to the frame. */
export const ConsentDialogs = ({ view, page }: { view: ConsentTerms; page: PageContext }) => (
  <>
    {view.clusters.map((row, index) => (
      <Dialog key={row.scope} id={`m-scope-${index}`} title={row.name}>
        <p>This part of your data covers:</p>
        <ul class="permissions">
          {row.permissions.map((permission) => (
            <li key={permission}>{permission}</li>
          ))}
        </ul>
        <h3>Why it is asked for</h3>
        <p>{row.reason}</p>
        <p class="quiet">
          {row.required
            ? `${page.brandName} cannot provide the service without it.`
            : 'You can choose not to share this part.'}
        </p>
      </Dialog>
    ))}
    {view.parties.map((party, index) => (
      <Dialog key={party.name} id={`m-party-${index}`} title={party.name}>
        <Party party={party} />
      </Dialog>
    ))}
    <Handling view={view} page={page} />
    <ManageSharing view={view} page={page} />
    {view.adviser && <AdviserDetails adviser={view.adviser} />}
  </>
)

const Party = ({ party }: { party: SupportingParty }) => (
  <>
    <dl class="facts">
      <div>
        <dt>Role</dt>
        <dd>{party.role}</dd>
      </div>
      {party.accreditationNumber && (
        <div>
          <dt>Accreditation number</dt>
          <dd>{party.accreditationNumber}</dd>
        </div>
      )}
      {party.country && (
        <div>
          <dt>Country</dt>
          <dd>{party.country}</dd>
        </div>
      )}
      <div>
        <dt>Why it needs access</dt>
        <dd>{party.reason}</dd>
      </div>
    </dl>
    {party.policyUrl && (
      <p>
        <ExternalLink href={party.policyUrl}>How {party.name} looks after data</ExternalLink>
      </p>
    )}
  </>
)

const Handling = ({ view, page }: { view: ConsentTerms; page: PageContext }) => (
  <Dialog id="m-handling" title="How your data is deleted">
    {view.retainData && (
      <p>
        {page.brandName} keeps a copy without your name, contact details, account numbers or descriptions. If
        you choose “Delete my data instead”, no copy is kept. You can choose this now or later, until your
        data has been changed.
      </p>
    )}
    <h3>When it happens</h3>
    <p>It starts as soon as your consent ends: when you stop sharing, or on the last day of your consent.</p>
    <h3>How long it takes</h3>
    <p>Usually a few minutes, and never more than 2 business days.</p>
    <h3>What is kept</h3>
    <p>
      A record that you gave this consent and when it ended. A law may also require {page.brandName} to keep
      certain records for longer. These are locked and used for nothing else.
    </p>
  </Dialog>
)

const ManageSharing = ({ view, page }: { view: ConsentTerms; page: PageContext }) => (
  <Dialog id="m-manage" title="Manage your data sharing">
    {view.manageUrl ? (
      <p>
        You can withdraw your consent at any time by following{' '}
        <ExternalLink href={view.manageUrl}>these instructions</ExternalLink>.
      </p>
    ) : (
      <p>You can withdraw your consent at any time in the settings area of {page.brandName}.</p>
    )}
    <h3>Other ways</h3>
    <ul class="plain">
      <li>
        Ask {page.brandName} for a link to your data sharing page. There you can see and stop what you share.
      </li>
      {view.supportContact && (
        <li>
          Write to <Contact contact={view.supportContact} /> and ask to withdraw your consent.
        </li>
      )}
    </ul>
    <h3>What happens then</h3>
    <p>
      No more data is collected, and what was collected is handled as described under “What happens to your
      data afterwards”. {page.brandName} may not be able to keep providing the service.
    </p>
  </Dialog>
)

const Contact = ({ contact }: { contact: string }) => {
  if (/^https?:\/\//.test(contact)) return <ExternalLink href={contact}>{contact}</ExternalLink>
  if (contact.includes('@')) return <a href={`mailto:${contact}`}>{contact}</a>
  return <span>{contact}</span>
}

const AdviserDetails = ({ adviser }: { adviser: Adviser }) => (
  <Dialog id="m-ta" title={adviser.name}>
    <dl class="facts">
      <div>
        <dt>Type of adviser</dt>
        <dd>{adviser.type}</dd>
      </div>
      <div>
        <dt>{adviser.referenceType}</dt>
        <dd>{adviser.referenceId}</dd>
      </div>
      {adviser.abnAcn && (
        <div>
          <dt>ABN or ACN</dt>
          <dd>{adviser.abnAcn}</dd>
        </div>
      )}
    </dl>
    <p>
      Data sent to your adviser is not covered by the Consumer Data Right. Ask {adviser.name} how they look
      after it, who else can see it, and how to make a complaint. If you cannot settle a complaint with them,
      you can go to their professional body or dispute resolution scheme.
    </p>
  </Dialog>
)
