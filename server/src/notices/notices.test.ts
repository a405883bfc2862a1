import { createServer, type Server, type Socket } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Core, type CoreApplication, startCore } from '../../test/core.ts'
import { inTransaction } from '../db/database.ts'
import { type NoticeId, newId, type UserId } from '../ids.ts'
import { createWorker } from '../queue/worker.ts'
import { Secret } from '../secret.ts'
import { toHtml, toText } from './letter.ts'
import { deletionCompletedLetter, expiryWarningLetter } from './letters.ts'
import { createSmtp, type MailPort } from './mail.ts'
import { createNoticesService, type NewNotice } from './notices.service.ts'
import { noticeTasks } from './notices.tasks.ts'

let core: Core
let app: CoreApplication

beforeAll(async () => {
  core = await startCore()
  app = await core.another()
})
afterAll(() => core.close())

const sender = {
  policy: { brandName: 'Lantern\r\nBcc: <b>all</b>', supportContact: 'help@lantern.example' },
  manageUrl: 'https://lantern.example/manage?a=1&b="2"',
}

describe('a letter', () => {
  const letter = expiryWarningLetter(sender, {
    expiryDate: new Date('2026-03-01T20:00:00Z'),
    purpose: 'Budgeting <script>',
  })

  it('names brand, purpose and the day in Sydney, and leads to where sharing is managed', () => {
    expect(letter.subject).toBe('Sharing your data with Lantern Bcc: <b>all</b> ends on 2 March 2026')
    const text = toText(letter)
    expect(text).toContain('Budgeting <script>')
    expect(text).toContain(`Manage data sharing: ${sender.manageUrl}`)
    expect(text).toContain('Questions: help@lantern.example')
  })

  it('as HTML says the same and lets nothing of what it was given become markup', () => {
    const html = toHtml(letter)
    expect(html).toContain('Budgeting &lt;script&gt;')
    expect(html).toContain('href="https://lantern.example/manage?a=1&amp;b=&quot;2&quot;"')
    expect(html).not.toMatch(/<script|<b>|<img|src=/)
  })

  it('about a deletion names the classes and when, and no numbers', () => {
    const text = toText(
      deletionCompletedLetter(sender, {
        completed: new Date('2026-03-01T20:00:00Z'),
        deleted: ['accounts', 'statements'],
        oneBank: false,
      }),
    )
    expect(text).toContain('Deleted: accounts and balances, statements.')
    expect(text).toContain('2 March 2026')
  })
})

/** As much of a mail server as it takes to accept a mail, or to refuse every recipient. */
async function startMailServer(accepts: boolean): Promise<{ port: number; mails: string[]; close(): void }> {
  const mails: string[] = []
  const sockets = new Set<Socket>()
  const server: Server = createServer((socket) => {
    sockets.add(socket)
    let data: string | undefined
    let rest = ''
    socket.write('220 test\r\n')
    socket.on('error', () => undefined)
    socket.on('data', (chunk) => {
      rest += chunk.toString('utf8')
      for (let end = rest.indexOf('\r\n'); end >= 0; end = rest.indexOf('\r\n')) {
        const line = rest.slice(0, end)
        rest = rest.slice(end + 2)
        if (data !== undefined) {
          if (line !== '.') data += `${line}\n`
          else {
            mails.push(data)
            data = undefined
            socket.write('250 kept\r\n')
          }
        } else if (line === 'DATA') {
          data = ''
          socket.write('354 go on\r\n')
        } else if (line.startsWith('RCPT') && !accepts) socket.write('550 no such person\r\n')
        else socket.write(line === 'QUIT' ? '221 bye\r\n' : '250 ok\r\n')
      }
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    mails,
    close() {
      for (const socket of sockets) socket.destroy()
      server.close()
    },
  }
}

const notice = (over: Partial<NewNotice> = {}): NewNotice => ({
  userId: newId<UserId>(),
  consentId: null,
  channel: 'email',
  kind: 'deletion-completed',
  to: 'max@person.example',
  subject: 'Gone',
  text: 'All gone',
  html: '<p>All gone</p>',
  at: new Date('2026-03-01T10:00:00Z'),
  ...over,
})

const servicesWith = (mail: MailPort | undefined) => createNoticesService({ ...core, delivery: { mail } })

describe('in production', { timeout: 30_000 }, () => {
  it('mail goes to the mail server after the commit, and is then known as sent', async () => {
    const server = await startMailServer(true)
    const mail = createSmtp({
      url: new Secret(`smtp://127.0.0.1:${server.port}`),
      from: 'B <no-reply@b.example>',
    })
    const notices = servicesWith(mail)
    const written = notice()
    await inTransaction(core.db, (tx) => notices.post(tx, app.application, written))
    expect((await notices.list(app.application, written.userId))[0]).toMatchObject({
      status: 'queued',
      sent: null,
    })
    expect(server.mails).toEqual([])
    const worker = createWorker({
      database: core.database,
      logger: { error: () => undefined, warn: () => undefined, info: () => undefined },
      handlers: noticeTasks(notices),
    })
    await worker.start()
    await worker.idle()
    await worker.stop()
    expect(server.mails).toHaveLength(1)
    expect(server.mails[0]).toMatch(/^From: B <no-reply@b.example>$/m)
    expect(server.mails[0]).toMatch(/^To: <?max@person.example>?$/m)
    expect(server.mails[0]).toContain('All gone')
    expect((await notices.list(app.application, written.userId))[0]).toMatchObject({ status: 'sent' })
    mail.close()
    server.close()
  })

  it('a refusal is for the queue to repeat, and in the end is recorded without the server’s words', async () => {
    const server = await startMailServer(false)
    const mail = createSmtp({
      url: new Secret(`smtp://127.0.0.1:${server.port}`),
      from: 'no-reply@b.example',
    })
    const notices = servicesWith(mail)
    const written = notice()
    const id = await inTransaction(core.db, (tx) => notices.post(tx, app.application, written))
    const finish = async () => expect.unreachable()
    await expect(notices.deliver(app.application.id, id, { finish })).rejects.toThrow(/550/)
    await inTransaction(core.db, (tx) => notices.giveUp(tx, app.application.id, id, 'EENVELOPE'))
    const [kept] = await notices.list(app.application, written.userId)
    expect([kept?.status, kept?.failure]).toEqual(['failed', 'EENVELOPE'])
    mail.close()
    server.close()
  })

  it('without a mail server, or for a text message, it is recorded that nothing went out', async () => {
    const notices = servicesWith(undefined)
    const written = notice()
    await inTransaction(core.db, (tx) => notices.post(tx, app.application, written))
    const to = { userId: written.userId, to: '+61400000000', kind: 'auth-link-code', text: 'Code 123456' }
    await notices.sms(app.application, to)
    const kept = await notices.list(app.application, written.userId)
    expect(kept.map(({ status, failure }) => [status, failure])).toEqual([
      ['failed', 'no way to send sms'],
      ['failed', 'no way to send email'],
    ])
  })
})

describe('the sandbox’s mailbox', () => {
  it('holds mail and text messages of its application, oldest first, by recipient', async () => {
    const own = await core.another()
    const { notices } = core
    const person = notice()
    await inTransaction(core.db, (tx) => notices.post(tx, own.application, person))
    const code = { userId: person.userId, to: '+61400000001', kind: 'auth-link-code', text: 'Code 123456' }
    await notices.sms(own.application, code)
    expect((await notices.mailbox(own.application)).map(({ kind }) => kind)).toEqual([
      'deletion-completed',
      'auth-link-code',
    ])
    expect(await notices.mailbox(own.application, '+61400000001')).toEqual([
      {
        to: '+61400000001',
        kind: 'auth-link-code',
        subject: '',
        text: 'Code 123456',
        html: null,
        sentAt: expect.any(String),
      },
    ])
    expect(await notices.mailbox((await core.another()).application)).toEqual([])
  })

  it('takes a notice that is sent once more', async () => {
    const own = await core.another()
    const { notices } = core
    const id = await inTransaction(core.db, (tx) => notices.post(tx, own.application, notice()))
    await notices.resend(own.application, id)
    expect(await notices.mailbox(own.application)).toHaveLength(2)
    await expect(notices.resend(app.application, id)).rejects.toMatchObject({ problem: 'notice-not-found' })
    await expect(notices.resend(own.application, newId<NoticeId>())).rejects.toMatchObject({
      problem: 'notice-not-found',
    })
  })
})
