import { createTransport } from 'nodemailer'
import type { Secret } from '../secret.ts'

export interface Mail {
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string | null
}

/** How mail leaves the house. */
export interface MailPort {
  /** Resolves when the mail server has accepted it. */
  send(mail: Mail): Promise<void>
  close(): void
}

export interface SmtpOptions {
  /** `smtp://user:password@host:port`, or `smtps://`. */
  readonly url: Secret
  readonly from: string
}

/** Mail by SMTP. Neither files nor URLs are ever read into a mail. */
export function createSmtp({ url, from }: SmtpOptions): MailPort {
  const transport = createTransport(
    {
      url: url.reveal(),
      connectionTimeout: 10_000,
      greetingTimeout: 10_000,
      socketTimeout: 30_000,
      disableFileAccess: true,
      disableUrlAccess: true,
    },
    { from },
  )
  return {
    async send({ to, subject, text, html }) {
      // The recipient as an address object: text that looks like a list must not become one.
      await transport.sendMail({ to: { name: '', address: to }, subject, text, ...(html && { html }) })
    },
    close: () => transport.close(),
  }
}
