import type { Exchange } from './exchange.ts'
import { readHoldings } from './holdings.ts'
import type { Html } from './html.ts'
import { ended } from './job.ts'
import { callbackView, isAccomplished } from './pages/callback-page.ts'
import type { HandBack, Launch } from './sessions.ts'
import { theUser, type Visit } from './step.ts'
import type { Job } from './wire.ts'

export type Query = Readonly<Record<string, string | undefined>>

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The visit a hand-back belongs to, if this browser session made it. */
export const launchOf = ({ session }: Visit, { state }: Query): Launch | undefined =>
  state === undefined ? undefined : session.launches.get(state)

/** Ids of jobs in a hand-back: `jobIds` names them all, oldest first, `jobId` the latest. */
function jobIdsOf({ jobId, jobIds }: Query): readonly string[] {
  const all = (jobIds ?? '').split(',').filter((id) => uuid.test(id))
  return all.length === 0 && jobId !== undefined && uuid.test(jobId) ? [jobId] : all
}

/**
 * Receives the person back: reads the jobs that the hand-back names, and the data once they have ended.
 * @param referrer `Referer` header of the request; only the first one counts, a reload has another
 */
export async function receive(
  visit: Visit,
  launch: Launch,
  query: Query,
  referrer: string | null,
): Promise<{ view: Html; live: boolean }> {
  const handBack: HandBack = launch.handBack ?? {
    jobIds: jobIdsOf(query),
    result: query['result'] ?? null,
    error: query['error'] ?? null,
    referrer,
  }
  launch.handBack = handBack
  const { banksia, session } = visit
  const exchanges: Exchange[] = []
  const record = (exchange: Exchange) => exchanges.push(exchange)
  const answers = await Promise.all(handBack.jobIds.map((id) => banksia.job(id, record)))
  const jobs: Job[] = answers.flatMap(({ body }) => (body === null ? [] : [body]))
  const live = jobs.some((job) => !ended(job))
  const connected = jobs.some((job) => job.status === 'success')
  if (connected || isAccomplished(handBack.result)) session.done.add(launch.step)
  const holdings = connected && !live ? await readHoldings(banksia, theUser(visit).id, record) : null
  return { view: callbackView({ launch, handBack, jobs, holdings, exchanges }), live }
}
