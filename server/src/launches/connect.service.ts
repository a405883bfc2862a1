import { randomInt } from 'node:crypto'
import { defaultPage } from '@banksia/consent-ui'
import type { Logger } from 'pino'
import type { ApplicationsService } from '../applications/applications.service.ts'
import type { Application } from '../applications/applications.types.ts'
import type { AuthLink, AuthLinksService } from '../auth-links/auth-links.service.ts'
import type { Clock } from '../clock.ts'
import { type Db, inTransaction } from '../db/database.ts'
import { type AuthLinkId, asId } from '../ids.ts'
import type { NoticesService } from '../notices/notices.service.ts'
import type { Vault } from '../vault/vault.ts'
import type { LaunchesService, Started } from './launches.service.ts'
import type { Answer, Form, LaunchPorts } from './launches.types.ts'
import * as store from './link-codes.store.ts'
import { outsidePage, page, redirect } from './page-context.ts'

const second = 1_000
/** Rules of the code (AC-803): wrong ones before the lock, its length, and how often a code is sent. */
const allowedWrong = 5
const lockMs = 15 * 60 * second
const resendMs = 30 * second
const mostSent = 6
/** A code is good for ten minutes. */
const codeMs = 10 * 60 * second
const longestState = 2_048

export interface ConnectDeps {
  readonly db: Db
  readonly clock: Clock
  readonly vault: Pick<Vault, 'loginHash'>
  readonly applications: Pick<ApplicationsService, 'get'>
  readonly authLinks: Pick<AuthLinksService, 'byAddress' | 'isLive' | 'use'>
  readonly notices: Pick<NoticesService, 'sms'>
  readonly ports: Pick<LaunchPorts, 'policy'>
  readonly launches: Pick<LaunchesService, 'open'>
  readonly log: Logger
}

/** A request to the page of a link. */
export interface LinkVisit {
  readonly linkId: string
  /** Handed back at the end, as given. */
  readonly state: string | null
  readonly reference: string
}

export type ConnectService = ReturnType<typeof createConnectService>

type Verdict = 'right' | 'wrong' | 'late' | 'locked'

/** The page of an auth link: a code to the mobile proves who opened it, and starts a launch (c&d §4.8). */
export function createConnectService(deps: ConnectDeps) {
  const { db, clock, vault, applications, authLinks, notices, ports, launches, log } = deps

  /** A link that works; `undefined` for one that never did, was used, replaced or has expired. */
  async function liveLink(linkId: string) {
    const id = asId<AuthLinkId>(linkId)
    const link = id && (await authLinks.byAddress(id))
    const application = link && (await applications.get(link.application_id))
    if (!application || !authLinks.isLive(link, clock.now(application))) return undefined
    return { link, application }
  }

  const gone = ({ reference }: LinkVisit): Answer =>
    outsidePage({ screen: 'E-LINK', retry: null }, reference, 410)

  const hashOf = (application: Application, link: AuthLink, code: string): Buffer =>
    vault.loginHash(application.id, `auth-link:${link.id}:${code}`)

  const addressOf = ({ linkId, state }: LinkVisit, answer?: string): string => {
    const query = new URLSearchParams({ ...(state !== null && { state }), ...(answer && { answer }) })
    return `/connect/${linkId}${query.size > 0 ? `?${query}` : ''}`
  }

  /** Judges a code under the lock of the link's codes, so that many at once count one by one. */
  async function judge(application: Application, link: AuthLink, code: string): Promise<Verdict> {
    const now = clock.real()
    return inTransaction(db, async (tx): Promise<Verdict> => {
      const known = await store.lock(tx, application.id, link.id)
      if (!known) return 'late'
      if (known.locked_until && known.locked_until > now) return 'locked'
      if (known.sent_at.getTime() + codeMs < now.getTime()) return 'late'
      if (known.code_hash.equals(hashOf(application, link, code))) {
        return (await authLinks.use(tx, application, link.id, clock.now(application))) ? 'right' : 'late'
      }
      const wrong = (known.locked_until ? 0 : known.wrong) + 1
      const locks = wrong >= allowedWrong
      await store.setWrong(tx, application.id, link.id, {
        wrong: locks ? 0 : wrong,
        locked_until: locks ? new Date(now.getTime() + lockMs) : null,
      })
      return locks ? 'locked' : 'wrong'
    })
  }

  /** S-30. Nothing is sent by looking: previews of messages open links too. */
  async function show(visit: LinkVisit, answer: string | null): Promise<Answer> {
    const live = await liveLink(visit.linkId)
    if (!live) return gone(visit)
    const { application, link } = live
    const [{ content }, code] = await Promise.all([
      ports.policy(application),
      store.find(db, application.id, link.id),
    ])
    const now = clock.real()
    const locked = code?.locked_until && code.locked_until > now ? code.locked_until : null
    return page(
      {
        screen: 'S-30',
        linkId: link.id,
        mobile: `••• ••• ${link.mobile.slice(-3)}`,
        step: locked ? 'locked' : code ? 'code' : 'send',
        error: answer === 'wrong' || answer === 'late' ? answer : null,
        state: visit.state,
        mayResend: code !== undefined && code.sent < mostSent,
        minutesLocked: locked ? Math.ceil((locked.getTime() - now.getTime()) / 60_000) : 0,
      },
      { ...defaultPage, brandName: content.brandName, reference: visit.reference },
    )
  }

  /** Sends a code, or another one: not before 30 seconds have passed, and five more at most. */
  async function send(visit: LinkVisit): Promise<Answer> {
    const live = await liveLink(visit.linkId)
    if (!live) return gone(visit)
    const { application, link } = live
    const now = clock.real()
    const code = String(randomInt(1_000_000)).padStart(6, '0')
    const known = await store.find(db, application.id, link.id)
    if (known?.locked_until && known.locked_until > now) return redirect(addressOf(visit))
    const kept = await inTransaction(db, (tx) =>
      store.keep(
        tx,
        {
          application_id: application.id,
          user_id: link.user_id,
          link_id: link.id,
          code_hash: hashOf(application, link, code),
          sent_at: now,
        },
        { most: mostSent, before: new Date(now.getTime() - resendMs) },
      ),
    )
    if (kept) {
      const { content } = await ports.policy(application)
      await notices.sms(application, {
        userId: link.user_id,
        to: link.mobile,
        kind: 'auth-link-code',
        text: `${code} is your code for ${content.brandName}. It is good for 10 minutes. Do not tell it to anyone.`,
      })
    }
    return redirect(addressOf(visit))
  }

  /** The code: right, it uses the link up and starts the launch; the address can never do so again. */
  async function verify(visit: LinkVisit, form: Form): Promise<Started> {
    const live = await liveLink(visit.linkId)
    if (!live) return { answer: gone(visit), cookie: null }
    const { application, link } = live
    const code = (form.get('code') ?? '').replace(/\s/g, '').slice(0, 20)
    const verdict = await judge(application, link, code)
    if (verdict !== 'right') return { answer: redirect(addressOf(visit, verdict)), cookie: null }
    return launches.open(application, {
      userId: link.user_id,
      adviser: null,
      request: {
        action: 'connect',
        institutionId: null,
        connectionId: null,
        state: visit.state === null || visit.state.length > longestState ? null : visit.state,
        redirectUrl: null,
        origin: null,
        authLinkId: link.id,
      },
    })
  }

  /** A fault shows a page to go on from, as in a launch; the link's id, a secret, is not logged. */
  async function orRetry(visit: LinkVisit, work: () => Promise<Started>): Promise<Started> {
    try {
      return await work()
    } catch (error) {
      log.error({ err: error, correlationId: visit.reference }, 'auth link page failed')
      const view = { screen: 'E-500', retry: addressOf(visit) } as const
      return { answer: outsidePage(view, visit.reference, 500), cookie: null }
    }
  }

  const withoutCookie = async (answer: Promise<Answer>): Promise<Started> => ({
    answer: await answer,
    cookie: null,
  })

  return {
    show: (visit: LinkVisit, answer: string | null) =>
      orRetry(visit, () => withoutCookie(show(visit, answer))),
    send: (visit: LinkVisit) => orRetry(visit, () => withoutCookie(send(visit))),
    verify: (visit: LinkVisit, form: Form) => orRetry(visit, () => verify(visit, form)),
  }
}
