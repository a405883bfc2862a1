import type { JobId } from '../ids.ts'
import type { JobsService } from '../jobs/jobs.service.ts'
import type { Sweep } from '../queue/sweeps.ts'
import type { MfaService } from './mfa.service.ts'

/** Challenges that nobody answered in time fail their job (settled 3). */
export const expiredChallenges = (
  mfa: Pick<MfaService, 'expire'>,
  { dueChallenges }: Pick<JobsService, 'dueChallenges'>,
): Sweep => ({
  name: 'mfa.expired',
  due: dueChallenges,
  run: ({ id: applicationId }, id, at) => mfa.expire(applicationId, id as JobId, at),
})
