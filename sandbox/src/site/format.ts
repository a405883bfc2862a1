import { calendarDate, type Day } from '../calendar.ts'
import type { Cents } from '../ledger/entry.ts'

const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const two = (value: number): string => String(value).padStart(2, '0')

/** `$1,234.56`, without a sign. */
export const unsigned = (amount: Cents): string => {
  const cents = Math.abs(amount)
  const dollars = String(Math.floor(cents / 100)).replace(/\B(?=(\d{3})+$)/g, ',')
  return `$${dollars}.${two(cents % 100)}`
}

/** `-$6,081.50`, `$12.30` */
export const withMinus = (amount: Cents): string => `${amount < 0 ? '-' : ''}${unsigned(amount)}`

/** `-$12.30`, `+$12.30` */
export const withSign = (amount: Cents): string => `${amount < 0 ? '-' : '+'}${unsigned(amount)}`

/** `$12.30 DR`, `$12.30 CR` */
export const withMark = (amount: Cents): string => `${unsigned(amount)} ${amount < 0 ? 'DR' : 'CR'}`

/** `03/05/2024` */
export const numericDate = (day: Day): string => {
  const { year, month, date } = calendarDate(day)
  return `${two(date)}/${two(month)}/${year}`
}

/** `3 May 2024` */
export const plainDate = (day: Day): string => {
  const { year, month, date } = calendarDate(day)
  return `${date} ${monthNames[month - 1]} ${year}`
}

/** `03 May 2024` */
export const paddedDate = (day: Day): string => plainDate(day).padStart(11, '0')
