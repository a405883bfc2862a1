const day = 86_400_000

/** Days before its end on which a consent is warned of (c&d §9.1). */
const warningDays = 7
/** Days without a word after which a person is reminded of a consent (CDR rule 4.20). */
const reminderDays = 90

/** When to warn of an end; `null` when the consent is as short as the warning, or the date is behind us. */
export function warningBefore(expiry: Date, now: Date): Date | null {
  const due = new Date(expiry.getTime() - warningDays * day)
  return due > now ? due : null
}

/** When to remind, counted from the last time the person gave, changed or looked at the consent, or was reminded. */
export const reminderAfter = (last: Date): Date => new Date(last.getTime() + reminderDays * day)
