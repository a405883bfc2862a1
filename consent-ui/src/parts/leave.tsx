import type { PageContext } from '../view.ts'
import { Dialog } from './dialog.tsx'
import { LaunchForm } from './form.tsx'

/** M-CANCEL: asks before leaving, names where the consumer goes, and offers to withdraw a consent given here. */
export const LeaveDialog = ({ page }: { page: PageContext }) => (
  <Dialog
    id="m-cancel"
    title={page.mayWithdraw ? 'Leave without connecting a bank?' : 'Do you want to leave?'}
  >
    <p>
      {page.canHandBack && page.referenceName !== ''
        ? `If you leave now, you will go back to ${page.referenceName}.`
        : 'If you leave now, you will end this visit.'}
    </p>
    {page.mayWithdraw && (
      <p>
        You have given your consent, but no bank is connected yet. Your consent stays in place if you leave.
        You can also withdraw it now.
      </p>
    )}
    <LaunchForm page={page} to="leave" class="actions">
      <a href="#page" data-close class="button primary">
        Stay here
      </a>
      <button type="submit" class="button secondary" name="leave" value="keep">
        {page.mayWithdraw ? 'Leave and keep my consent' : 'Leave'}
      </button>
      {page.mayWithdraw && (
        <button type="submit" class="button secondary" name="leave" value="withdraw">
          Leave and withdraw consent
        </button>
      )}
    </LaunchForm>
  </Dialog>
)

export const CancelLink = ({ children }: { children: string }) => (
  <a href="#m-cancel" data-dialog="m-cancel" class="button secondary">
    {children}
  </a>
)
