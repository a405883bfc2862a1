import { Dialog, ExternalLink, OpenDialog } from '../parts/dialog.tsx'
import { Day, LaunchForm } from '../parts/form.tsx'
import { Icon } from '../parts/icons.tsx'
import { CancelLink } from '../parts/leave.tsx'
import { Notice } from '../parts/notice.tsx'
import type {
  BankTile,
  ConfirmScreen,
  LoginField,
  LoginScreen,
  OutageStatus,
  PageContext,
  PickerScreen,
  UpdateLoginScreen,
} from '../view.ts'

const badges: Record<OutageStatus, string> = {
  'degraded-performance': 'Slower than usual',
  'partial-outage': 'Some problems',
  'major-outage': 'Not working well',
  'under-maintenance': 'Maintenance',
}

/** S-05. A plain GET form searches without the script; the script filters the same list as one types. */
export const Picker = ({ view, page }: { view: PickerScreen; page: PageContext }) => (
  <>
    <h1>Choose your bank</h1>
    {view.sharingUntil && (
      <Notice kind="info">
        <p>
          You are already sharing with {page.brandName} until <Day at={view.sharingUntil} />. You can add
          another bank. <a href={`${page.launchPath}/manage`}>Manage</a>
        </p>
      </Notice>
    )}
    {view.notice && <PickerNotice notice={view.notice} />}
    <form class="search" method="get" action={`${page.launchPath}/banks`} data-search>
      <label for="bank-search">Search for your bank</label>
      <div class="search-box">
        <span class="search-icon">
          <Icon name="search" />
        </span>
        <input
          id="bank-search"
          type="search"
          name="q"
          value={view.query}
          autocomplete="off"
          spellcheck={false}
          enterkeyhint="search"
        />
        <button type="submit" class="search-button" data-search-button>
          Search
        </button>
      </div>
      <p class="quiet" role="status" data-search-count>
        {view.query === '' ? '' : countText(view.banks.length)}
      </p>
    </form>
    <form method="get" action={`${page.launchPath}/bank`}>
      <ul class="banks" data-banks>
        {view.banks.map((bank) => (
          <li key={bank.id} data-names={[bank.shortName, bank.name, bank.id, ...bank.aliases].join('|')}>
            <BankButton bank={bank} />
          </li>
        ))}
      </ul>
    </form>
    <div class="empty" data-no-banks hidden={view.banks.length > 0}>
      <p>
        <strong>No bank found.</strong> Check the spelling, or try a shorter word.
      </p>
    </div>
    <p class="center">
      <OpenDialog id="m-no-bank">Can’t see your bank?</OpenDialog>
    </p>
    <Dialog id="m-no-bank" title="Can’t see your bank?">
      <ul class="bullets">
        <li>Your bank may use another name. Try the name on your card.</li>
        <li>{page.brandName} may not have switched your bank on.</li>
        <li>Your bank may not be supported yet.</li>
      </ul>
      <p>Ask {page.referenceName} if there is another way to share your data.</p>
    </Dialog>
  </>
)

const countText = (count: number) => (count === 1 ? '1 bank found' : `${count} banks found`)

const PickerNotice = ({ notice }: { notice: NonNullable<PickerScreen['notice']> }) => (
  <Notice kind="warning" title="That bank is not available here" alert>
    <p>
      {notice === 'no-production-access'
        ? 'It cannot be used here yet. Please choose another bank.'
        : 'The link pointed to a bank we do not know or cannot use. Please choose your bank from the list.'}
    </p>
  </Notice>
)

const BankButton = ({ bank }: { bank: BankTile }) => (
  <button type="submit" id={bank.id} class="bank" name="institutionId" value={bank.id}>
    <img src={bank.logo} alt="" width="44" height="44" loading="lazy" />
    <span class="bank-name">{bank.name}</span>
    {bank.connected && (
      <span class="tag tag-done">
        <Icon name="check" />
        Connected
      </span>
    )}
    {bank.status && <span class="tag tag-warning">{badges[bank.status]}</span>}
  </button>
)

/** S-06 for a bank login: names the bank, says what the login is used for; nothing about "no passwords". */
export const Confirm = ({ view, page }: { view: ConfirmScreen; page: PageContext }) => (
  <div id="ui-modal" class="ui-modal stack">
    <img class="bank-logo" src={view.bank.logo} alt="" width="72" height="72" />
    <h1>Connect {view.bank.name}</h1>
    {view.bank.connected && (
      <Notice kind="info" title="You have already connected this bank">
        <p>
          {view.fixAt && (
            <>
              <a href={view.fixAt}>Renew or fix this connection</a>, or go on to add a different login.
            </>
          )}
          {!view.fixAt && 'To add accounts under a different login, go on.'}
        </p>
      </Notice>
    )}
    {view.bank.status === 'major-outage' && (
      <Notice kind="warning" title="This bank has problems right now">
        <p>Connecting may not work. You can try anyway, or come back later.</p>
      </Notice>
    )}
    <ul class="assurances">
      <li>
        <span class="accent">
          <Icon name="lock" />
        </span>
        <p>Next, you enter your login details for {view.bank.shortName}.</p>
      </li>
      <li>
        <span class="accent">
          <Icon name="list" />
        </span>
        <p>They are used to read the data you agreed to share, and for nothing else.</p>
      </li>
      <li>
        <span class="accent">
          <Icon name="shield" />
        </span>
        <p>No one can move your money or change anything at your bank.</p>
      </li>
    </ul>
    <LaunchForm page={page} to="bank" class="actions">
      <button type="submit" class="button primary" name="institutionId" value={view.bank.id}>
        Approve
      </button>
      <a class="button secondary" href={`${page.launchPath}/banks`}>
        Choose another bank
      </a>
    </LaunchForm>
  </div>
)

/** S-07. The script adds the show/hide button; pasting is never blocked. */
export const Login = ({ view, page }: { view: LoginScreen; page: PageContext }) => (
  <>
    <BankHeading bank={view.bank} title={`Log in to ${view.bank.name}`} />
    <LoginForm view={view} page={page} to={`login/${view.bank.id}`}>
      Connect
    </LoginForm>
  </>
)

/** The fields of a login; what is wrong with them comes first. */
export const LoginForm = (props: {
  view: Pick<LoginScreen, 'fields' | 'forgottenPasswordUrl'>
  page: PageContext
  to: string
  children: string
}) => {
  const { fields, forgottenPasswordUrl } = props.view
  const faulty = fields.filter((field) => field.error !== null)
  return (
    <>
      {faulty.length > 0 && (
        <Notice kind="failure" title="Please check what you entered" alert>
          <ul class="bullets">
            {faulty.map((field) => (
              <li key={field.name}>
                <a href={`#field-${field.name}`}>{field.error}</a>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <LaunchForm page={props.page} to={props.to}>
        {fields.map((field) => (
          <Field key={field.name} field={field} />
        ))}
        {forgottenPasswordUrl && (
          <p>
            <ExternalLink href={forgottenPasswordUrl}>Forgotten your password?</ExternalLink>
          </p>
        )}
        <p class="secure">
          <Icon name="lock" />
          Your details are encrypted and only used to read your data.
        </p>
        <div class="actions">
          <button type="submit" class="button primary">
            {props.children}
          </button>
          <CancelLink>Cancel</CancelLink>
        </div>
      </LaunchForm>
    </>
  )
}

/** S-29 */
export const UpdateLogin = ({ view, page }: { view: UpdateLoginScreen; page: PageContext }) => (
  <>
    <BankHeading bank={view.bank} title={`Update your login for ${view.bank.name}`} />
    <p>
      Leave the part with dots as it is to keep the same login. The saved login stays until the new one works.
    </p>
    <LoginForm view={view} page={page} to={`connection/${view.connectionId}/login`}>
      Update login
    </LoginForm>
  </>
)

export const BankHeading = (props: { bank: { logo: string }; title: string }) => (
  <div class="bank-heading">
    <img src={props.bank.logo} alt="" width="48" height="48" />
    <h1>{props.title}</h1>
  </div>
)

const Field = ({ field }: { field: LoginField }) => {
  const attributes = {
    id: `field-${field.name}`,
    name: field.name,
    value: field.value,
    autocomplete: 'off',
    autocapitalize: 'none',
    spellcheck: false,
    required: true,
    maxlength: 200,
    'aria-invalid': field.error ? 'true' : undefined,
    'aria-describedby': field.error ? `error-${field.name}` : undefined,
  } as const
  return (
    <div class="field">
      <label for={attributes.id}>{field.label}</label>
      <div class="input-row">
        {field.secret ? (
          <input type="password" data-secret {...attributes} />
        ) : (
          <input type="text" {...attributes} />
        )}
      </div>
      {field.error && (
        <p class="field-error" id={`error-${field.name}`}>
          <Icon name="alert" />
          {field.error}
        </p>
      )}
    </div>
  )
}
