import { at, type CalendarDate, monthIndex } from '../calendar.ts'
import { fixed, fortnightlyOn, monthlyOn, regularly, spending, weeklyOn } from '../ledger/habits.ts'
import { smallTreats } from './merchants.ts'
import { firstCompany, type Persona } from './persona.ts'
import { cardPlan, dollars, household, savingsPlan, transactionPlan } from './plans.ts'

const holder = 'Gilfoyle Bertram'
const everyday = '000001919644171'
const place = 'DEE WHY NSW'

/** May 2026: the month after a salary stopped. */
const firstMonthWithout = monthIndex(2026, 5)

/**
 * Months since the job ended, 0-12, or `undefined` while employed. A round of 24 months, 13 of them without work, so that
 * two years of history show a salary that stops whenever one looks, and what was posted never changes.
 */
const monthsWithoutWork = (date: CalendarDate): number | undefined => {
  const since = (((monthIndex(date.year, date.month) - firstMonthWithout) % 24) + 24) % 24
  return since < 13 ? since : undefined
}

export const createGilfoyle = (): Persona => {
  const card = cardPlan({
    accountNo: '000001919644170',
    holder,
    limit: dollars(6000),
    payOn: 25,
    habits: [
      spending({ name: 'card', prefix: 'VISA PURCHASE', merchants: smallTreats, place, second: 0.2 }),
      regularly('late', monthlyOn(21), (_random, date) =>
        monthsWithoutWork(date) === undefined
          ? undefined
          : { second: at(6, 5), amount: -2000, description: 'LATE PAYMENT FEE' },
      ),
      regularly('charged', monthlyOn(27), (random, date) =>
        monthsWithoutWork(date) === undefined
          ? undefined
          : { second: at(22, 30), amount: -random.int(640, 1890), description: 'INTEREST CHARGED' },
      ),
    ],
  })
  const savings = savingsPlan({
    accountNo: '000001919644172',
    holder,
    base: dollars(900),
    rate: 150,
    monthly: dollars(40),
    on: 2,
    from: everyday,
    payoutTo: 'G BERTRAM SERVER PARTS',
  })
  const transaction = transactionPlan({
    accountNo: everyday,
    holder,
    float: dollars(1650),
    habits: [
      regularly('income', fortnightlyOn(3, 1), (_random, date) =>
        monthsWithoutWork(date) === undefined
          ? { second: at(5, 30), amount: dollars(2380), description: 'DIRECT CREDIT PIED PIPER INC SALARY' }
          : { second: at(5, 10), amount: dollars(762.7), description: 'DIRECT CREDIT CENTRELINK JOBSEEKER' },
      ),
      regularly('instalments', weeklyOn(2, 5), (random, date) => ({
        second: at(6, 45),
        amount: -Math.round(random.int(1400, 2600) * (1 + 0.12 * (monthsWithoutWork(date) ?? 0))),
        description: `DIRECT DEBIT ${random.pick(['AFTERPAY', 'ZIP PAY', 'HUMM'])}`,
      })),
      fixed(weeklyOn(1), at(9), -dollars(210), 'DIRECT DEBIT RAY WHITE RENT', 'UNIT 4'),
      ...household('0405000000'),
      savings.deposit,
      card.payment,
      spending({ name: 'snacks', prefix: 'EFTPOS', merchants: smallTreats, place, second: 0.1 }),
    ],
  })
  return {
    loginId: 'Gilfoyle',
    password: 'PiedPiper',
    person: {
      firstName: 'Gilfoyle',
      lastName: 'Bertram',
      phone: '0405000000',
      email: 'gilfoyle@mgail.com',
      address: { suburb: 'Dee Why', state: 'NSW' },
    },
    challenge: firstCompany,
    accounts: [transaction, card.account, savings.account],
  }
}
