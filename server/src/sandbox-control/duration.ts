const pattern =
  /^P(?:(\d{1,4})Y)?(?:(\d{1,5})M)?(?:(\d{1,5})W)?(?:(\d{1,6})D)?(?:T(?:(\d{1,7})H)?(?:(\d{1,9})M)?(?:(\d{1,11})S)?)?$/

/** `from` plus an ISO 8601 duration in UTC, or `undefined` when the text is none. */
export function addDuration(from: Date, text: string): Date | undefined {
  const match = pattern.exec(text)
  if (!match || /[PT]$/.test(text)) return undefined
  const [years, months, weeks, days, hours, minutes, seconds] = match
    .slice(1)
    .map((part) => Number(part ?? 0))
  const to = new Date(from)
  to.setUTCFullYear(to.getUTCFullYear() + (years ?? 0), to.getUTCMonth() + (months ?? 0))
  const ms =
    (((weeks ?? 0) * 7 + (days ?? 0)) * 86_400 +
      (hours ?? 0) * 3_600 +
      (minutes ?? 0) * 60 +
      (seconds ?? 0)) *
    1000
  to.setTime(to.getTime() + ms)
  return Number.isNaN(to.getTime()) || to.getUTCFullYear() > 2_500 ? undefined : to
}
