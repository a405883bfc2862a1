import type { Step } from './step.ts'
import { actionsStep } from './steps/actions.ts'
import { consentUiStep } from './steps/consent-ui.ts'
import { consentsStep } from './steps/consents.ts'
import { eventsStep } from './steps/events.ts'
import { mfaStep } from './steps/mfa.ts'
import { policyStep } from './steps/policy.ts'
import { scopesStep } from './steps/scopes.ts'
import { versionStep } from './steps/version.ts'

/** The upgrade list, in its order. */
export const steps: readonly Step[] = [
  versionStep,
  scopesStep,
  consentUiStep,
  policyStep,
  eventsStep,
  consentsStep,
  actionsStep,
  mfaStep,
]
