import type { ApplicationsService } from '../applications/applications.service.ts'
import type { Application } from '../applications/applications.types.ts'
import { type Clock, timestamp } from '../clock.ts'
import { AppError } from '../errors/app-error.ts'
import type { JsonObject } from '../http/body.ts'
import { addDuration } from './duration.ts'

export interface ClockState {
  readonly now: string
  readonly offset: string
  readonly frozen: boolean
}

export interface ClockServiceDeps {
  readonly applications: Pick<ApplicationsService, 'saveClock'>
  readonly clock: Clock
  /** Runs all that fell due until then, in order; resolves when it has settled. */
  readonly runDue: (application: Application, until: Date) => Promise<unknown>
  /** Keeps the application's deliveries to itself for as long as `work` takes. */
  readonly whileTurning: <T>(application: Application, work: () => Promise<T>) => Promise<T>
}

export type ClockService = ReturnType<typeof createClockService>

/** The sandbox application's time: read it, jump ahead, stand still (settled 23). */
export function createClockService({ applications, clock, runDue, whileTurning }: ClockServiceDeps) {
  const show = (application: Pick<Application, 'clock'>): ClockState => {
    const now = clock.now(application)
    return {
      now: timestamp(now),
      offset: `PT${Math.round((now.getTime() - clock.real().getTime()) / 1000)}S`,
      frozen: application.clock.frozenAt !== null,
    }
  }

  async function moveTo(application: Application, to: Date): Promise<Application['clock']> {
    const state: Application['clock'] =
      application.clock.frozenAt === null
        ? { offsetMs: to.getTime() - clock.real().getTime(), frozenAt: null }
        : { offsetMs: application.clock.offsetMs, frozenAt: to }
    await whileTurning(application, async () => {
      await applications.saveClock(application.id, state)
      await runDue({ ...application, clock: state }, to)
    })
    return state
  }

  async function freeze(application: Application, on: boolean): Promise<Application['clock']> {
    const now = clock.now(application)
    const state: Application['clock'] = on
      ? { offsetMs: application.clock.offsetMs, frozenAt: now }
      : { offsetMs: now.getTime() - clock.real().getTime(), frozenAt: null }
    await applications.saveClock(application.id, state)
    return state
  }

  return {
    read: show,

    /** @throws AppError clock-invalid, clock-backwards */
    async change(application: Application, body: JsonObject | undefined): Promise<ClockState> {
      const wish = readWish(clock.now(application), body)
      const state =
        'freeze' in wish ? await freeze(application, wish.freeze) : await moveTo(application, wish.to)
      return show({ clock: state })
    },
  }
}

function readWish(now: Date, body: JsonObject = {}): { to: Date } | { freeze: boolean } {
  const given = ['advance', 'set', 'freeze'].filter((name) => body[name] !== undefined)
  if (given.length !== 1) throw new AppError('clock-invalid')
  const { advance, set, freeze } = body
  if (typeof freeze === 'boolean') return { freeze }
  const to =
    typeof advance === 'string'
      ? addDuration(now, advance)
      : typeof set === 'string'
        ? readTime(set)
        : undefined
  if (!to) throw new AppError('clock-invalid')
  if (to < now) throw new AppError('clock-backwards')
  return { to }
}

const rfc3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/

function readTime(text: string): Date | undefined {
  const time = new Date(text)
  return rfc3339.test(text) && !Number.isNaN(time.getTime()) && time.getUTCFullYear() <= 2_500
    ? time
    : undefined
}
