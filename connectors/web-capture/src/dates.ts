import type { BankDate } from '@banksia/connector-kit'

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** `03/05/2024`, day first as in Australia, to `2024-05-03`. `undefined` for anything that is not a date. */
export function dateOfSlashed(printed: string): BankDate | undefined {
  const match = /^([0-9]{1,2})\/([0-9]{1,2})\/([0-9]{4})$/.exec(printed.trim())
  return match ? bankDate(Number(match[3]), Number(match[2]), Number(match[1])) : undefined
}

/** `3 May 2024`, `03 May 2024` or `3 September 2024` to `2024-05-03`. `undefined` for anything that is not a date. */
export function dateOfWords(printed: string): BankDate | undefined {
  const match = /^([0-9]{1,2}) ([A-Za-z]{3,9}) ([0-9]{4})$/.exec(printed.trim())
  const month = months.indexOf((match?.[2] ?? '').slice(0, 3).toLowerCase()) + 1
  return match ? bankDate(Number(match[3]), month, Number(match[1])) : undefined
}

function bankDate(year: number, month: number, day: number): BankDate | undefined {
  const leapDay = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 1 : 0
  const length = lengths[month - 1]
  if (length === undefined || day < 1 || day > length + leapDay) return undefined
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}
