import type { Application } from '../applications/applications.types.ts'
import { type Clock, timestamp } from '../clock.ts'
import type { Consent } from '../consents/consents.types.ts'
import { type Db, inTransaction, type Tx } from '../db/database.ts'
import { AppError } from '../errors/app-error.ts'
import { type ApplicationId, type ConsentId, type NoticeId, newId, type UserId } from '../ids.ts'
import type { PoliciesService } from '../policies/policies.service.ts'
import { enqueue } from '../queue/queue.ts'
import { type Letter, toHtml, toText } from './letter.ts'
import {
  type DeletedClass,
  deletedClasses,
  deletionCompletedLetter,
  expiryWarningLetter,
  type Sender,
} from './letters.ts'
import type { MailPort } from './mail.ts'
import * as store from './notices.store.ts'
import type { NoticeChannel, NoticeStatus } from './notices.table.ts'

export interface NoticesDeps {
  readonly db: Db
  readonly clock: Clock
  readonly policies: Pick<PoliciesService, 'currentPolicy'>
  readonly applications: { get(id: ApplicationId): Promise<Application | undefined> }
  /**
   * How notices leave. `mailbox`: they stay where `mailbox()` reads them, and count as sent at once. Otherwise mail goes
   * to the mail server; without one, and for text messages, for which there is no gateway, they are recorded as failed.
   */
  readonly delivery: 'mailbox' | { readonly mail: MailPort | undefined }
}

export interface NewNotice {
  readonly userId: UserId
  readonly consentId: ConsentId | null
  readonly channel: NoticeChannel
  /** For example `deletion-completed`. */
  readonly kind: string
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string | null
  /** The application's time. */
  readonly at: Date
}

/** A message as the sandbox's mailbox shows it. */
export interface MailboxItem {
  readonly to: string
  readonly kind: string
  readonly subject: string
  readonly text: string
  readonly html: string | null
  readonly sentAt: string
}

/** A notice as partner and person may look it up. */
export interface NoticeRecord {
  readonly id: NoticeId
  readonly kind: string
  readonly channel: NoticeChannel
  readonly subject: string
  readonly status: NoticeStatus
  readonly failure: string | null
  readonly created: Date
  readonly sent: Date | null
}

/** The part of the queue's task that a delivery needs. */
export interface DeliveryTask {
  finish<T>(work: (tx: Tx) => Promise<T>): Promise<T>
}

/** Tries of one mail over a bit more than an hour, by the queue's own pauses. */
const attempts = 10
const mailboxLimit = 500

export type NoticesService = ReturnType<typeof createNoticesService>

/** What is written to people, and whether it reached them (c&d §9.4). */
export function createNoticesService({ db, clock, policies, applications, delivery }: NoticesDeps) {
  /** Writes a notice in the transaction of what it tells of: it goes out when that commits, and only then. */
  async function post(tx: Tx, application: Pick<Application, 'id'>, notice: NewNotice): Promise<NoticeId> {
    const id = newId<NoticeId>()
    const { at, to, userId, consentId, ...written } = notice
    await store.insert(tx, {
      ...written,
      application_id: application.id,
      id,
      user_id: userId,
      consent_id: consentId,
      recipient: to,
      created: at,
      ...outcome(notice.channel, at),
    })
    if (goesByMail(notice.channel)) await queueUp(tx, application, id)
    return id
  }

  const goesByMail = (channel: NoticeChannel): boolean =>
    delivery !== 'mailbox' && delivery.mail !== undefined && channel === 'email'

  function outcome(channel: NoticeChannel, at: Date) {
    if (delivery === 'mailbox') return { status: 'sent' as const, sent: at, failure: null }
    if (goesByMail(channel)) return { status: 'queued' as const, sent: null, failure: null }
    return { status: 'failed' as const, sent: null, failure: `no way to send ${channel}` }
  }

  const queueUp = (tx: Tx, application: Pick<Application, 'id'>, id: NoticeId) =>
    enqueue(tx, {
      queue: 'notices.send',
      payload: { applicationId: application.id, noticeId: id },
      maxAttempts: attempts,
    })

  async function senderOf(application: Application, tx: Tx): Promise<Sender> {
    const { content } = await policies.currentPolicy(application, tx)
    return { policy: content, manageUrl: application.settings.manageConsentUrl }
  }

  const written = (letter: Letter) => ({
    subject: letter.subject,
    text: toText(letter),
    html: toHtml(letter),
  })

  return {
    post,

    /** Seven days before the end; nothing for a user without a mail address. */
    async expiryWarning(tx: Tx, application: Application, consent: Consent, at: Date): Promise<void> {
      const to = await store.addressOf(tx, application.id, consent.userId)
      if (!to) return
      const letter = expiryWarningLetter(await senderOf(application, tx), {
        expiryDate: consent.expiryDate,
        purpose: consent.content.purpose.primary.title,
      })
      await post(tx, application, {
        userId: consent.userId,
        consentId: consent.id,
        channel: 'email',
        kind: 'expiry-warning',
        to,
        ...written(letter),
        at,
      })
    },

    /** What was collected is gone. Where nothing had been collected there is nothing to tell (AC-903). */
    async deletionCompleted(
      tx: Tx,
      application: Application,
      deletion: {
        readonly userId: UserId
        readonly consentId: ConsentId | null
        readonly oneBank: boolean
        readonly recipient: string | null
        readonly counts: Readonly<Record<string, number>>
        readonly completed: Date
      },
    ): Promise<void> {
      const deleted = deletedClasses.filter((name: DeletedClass) => (deletion.counts[name] ?? 0) > 0)
      if (!deletion.recipient || deleted.length === 0) return
      const letter = deletionCompletedLetter(await senderOf(application, tx), { ...deletion, deleted })
      await post(tx, application, {
        userId: deletion.userId,
        consentId: deletion.consentId,
        channel: 'email',
        kind: 'deletion-completed',
        to: deletion.recipient,
        ...written(letter),
        at: deletion.completed,
      })
    },

    /** A text message, for example the code of an auth link. */
    async sms(
      application: Application,
      message: { readonly userId: UserId; readonly to: string; readonly kind: string; readonly text: string },
    ): Promise<NoticeId> {
      const at = clock.now(application)
      const notice = { ...message, consentId: null, channel: 'sms' as const, subject: '', html: null, at }
      return inTransaction(db, (tx) => post(tx, application, notice))
    },

    /** What the sandbox sent, oldest first; to one recipient when told. */
    async mailbox(application: Pick<Application, 'id'>, to?: string): Promise<MailboxItem[]> {
      const rows = await store.listSent(db, application.id, to, mailboxLimit)
      return rows.map((row) => ({
        to: row.recipient,
        kind: row.kind,
        subject: row.subject,
        text: row.text,
        html: row.html,
        sentAt: timestamp(row.sent ?? row.created),
      }))
    },

    /** What was written to a user and how it went, newest first. */
    async list(application: Pick<Application, 'id'>, userId: UserId): Promise<NoticeRecord[]> {
      const rows = await store.listOfUser(db, application.id, userId, mailboxLimit)
      return rows.map(({ id, kind, channel, subject, status, failure, created, sent }) => ({
        id,
        kind,
        channel,
        subject,
        status,
        failure,
        created,
        sent,
      }))
    },

    /** Sends a notice once more, as a notice of its own. @throws AppError notice-not-found */
    async resend(application: Application, id: NoticeId): Promise<NoticeId> {
      const at = clock.now(application)
      const row = await store.find(db, application.id, id)
      if (!row) throw new AppError('notice-not-found', { internal: `notice ${id}` })
      const {
        user_id: userId,
        consent_id: consentId,
        recipient: to,
        channel,
        kind,
        subject,
        text,
        html,
      } = row
      return inTransaction(db, (tx) =>
        post(tx, application, { userId, consentId, to, channel, kind, subject, text, html, at }),
      )
    },

    /**
     * Hands a queued notice to the mail server. A crash between the server's yes and our record sends it twice: mail has
     * no better promise. Throws what the server refused, so that the queue tries again.
     */
    async deliver(applicationId: ApplicationId, id: NoticeId, task: DeliveryTask): Promise<void> {
      const application = await applications.get(applicationId)
      const row = await store.find(db, applicationId, id)
      if (!application || row?.status !== 'queued' || delivery === 'mailbox' || !delivery.mail) return
      await delivery.mail.send({ to: row.recipient, subject: row.subject, text: row.text, html: row.html })
      const sent = clock.now(application)
      await task.finish((tx) => store.save(tx, applicationId, id, { status: 'sent', sent }))
    },

    /** The queue gave a notice up. */
    giveUp: (tx: Tx, applicationId: ApplicationId, id: NoticeId, failure: string): Promise<void> =>
      store.save(tx, applicationId, id, { status: 'failed', failure }),
  }
}
