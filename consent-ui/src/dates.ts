const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** `d MMM yyyy`. The month names are our own because en-AU says "Sept" and "June". */
export function formatDay(iso: string, timeZone: string | undefined): string {
  const parts = new Intl.DateTimeFormat('en-AU', {
    day: 'numeric',
    month: 'numeric',
    year: 'numeric',
    ...(timeZone === undefined ? {} : { timeZone }),
  }).formatToParts(new Date(iso))
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value)
  return `${part('day')} ${months[part('month') - 1]} ${part('year')}`
}
