import type { PolicyContent } from '../policies/policies.schemas.ts'
import type { Letter } from './letter.ts'

/** Whose letter it is. */
export interface Sender {
  readonly policy: Pick<PolicyContent, 'brandName' | 'supportContact' | 'complaintsUrl'>
  /** Where the person manages what they share, if the application says so. */
  readonly manageUrl: string | null
}

/** A date as a person in Sydney reads it. */
const day = new Intl.DateTimeFormat('en-AU', { dateStyle: 'long', timeZone: 'Australia/Sydney' })
const moment = new Intl.DateTimeFormat('en-AU', {
  dateStyle: 'long',
  timeStyle: 'short',
  timeZone: 'Australia/Sydney',
})

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

function footer({ policy }: Sender): string[] {
  const { supportContact, complaintsUrl } = policy
  return [
    `You receive this message because you shared bank data with ${oneLine(policy.brandName)}.`,
    ...(supportContact ? [`Questions: ${supportContact}`] : []),
    ...(complaintsUrl ? [`Complaints: ${complaintsUrl}`] : []),
    'We never ask for your password by mail.',
  ]
}

/** Seven days before a consent ends (c&d §9.4). */
export function expiryWarningLetter(
  sender: Sender,
  consent: { readonly expiryDate: Date; readonly purpose: string },
): Letter {
  const brand = oneLine(sender.policy.brandName)
  const ends = day.format(consent.expiryDate)
  return {
    brand,
    subject: `Sharing your data with ${brand} ends on ${ends}`,
    paragraphs: [
      `You agreed to share bank data with ${brand} for this purpose: ${oneLine(consent.purpose)}.`,
      `This ends on ${ends}. If you do nothing, sharing stops on that day and the data is deleted.`,
      sender.manageUrl
        ? 'To go on sharing, or to stop earlier, open your data sharing settings.'
        : `To go on sharing, or to stop earlier, open the data sharing settings of ${brand}.`,
    ],
    action: sender.manageUrl ? { label: 'Manage data sharing', url: sender.manageUrl } : undefined,
    footer: footer(sender),
  }
}

/** Classes of data in a person's words, in the order in which they are told. */
const classes = {
  accounts: 'accounts and balances',
  transactions: 'transactions',
  identities: 'personal details from your bank',
  statements: 'statements',
} as const

export type DeletedClass = keyof typeof classes
export const deletedClasses = Object.keys(classes) as readonly DeletedClass[]

/** What was shared is gone (c&d §9.4). How much of it there was is not said: mail is read by others. */
export function deletionCompletedLetter(
  sender: Sender,
  deletion: {
    readonly completed: Date
    readonly deleted: readonly DeletedClass[]
    readonly oneBank: boolean
  },
): Letter {
  const brand = oneLine(sender.policy.brandName)
  return {
    brand,
    subject: 'Your bank data was deleted',
    paragraphs: [
      deletion.oneBank
        ? `You disconnected a bank from ${brand}. What we collected from it was deleted on ${moment.format(deletion.completed)} (Sydney time).`
        : `Sharing bank data with ${brand} has ended. What we collected was deleted on ${moment.format(deletion.completed)} (Sydney time).`,
      `Deleted: ${deletion.deleted.map((name) => classes[name]).join(', ')}.`,
      `${brand} may keep a copy of its own if the law asks for it. Ask ${brand} how it handles that copy.`,
    ],
    footer: footer(sender),
  }
}
