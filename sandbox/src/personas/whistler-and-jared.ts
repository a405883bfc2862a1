import { at } from '../calendar.ts'
import type { Cents, Habit } from '../ledger/entry.ts'
import { cash, fixed, fortnightlyOn, monthlyOn, spending, varying, weeklyOn } from '../ledger/habits.ts'
import { randomFor } from '../random.ts'
import { diningAndFuel, groceries, payLater } from './merchants.ts'
import { favouriteCompany, oneTimeCode, type Persona } from './persona.ts'
import { cardPlan, dollars, household, termDepositPlan, transactionPlan } from './plans.ts'

/** The large monthly transfer between the two, the same sum in both histories of a bank. */
const sharedTransfer =
  (sign: 1 | -1, description: string): Habit =>
  ({ bank }, date) => {
    if (date.date !== 3) return []
    const amount: Cents = randomFor(`${bank}:whistler-to-jared:${date.day}`).int(180_000, 260_000)
    return [{ second: at(12, 15), amount: sign * amount, description }]
  }

export const createWhistler = (): Persona => ({
  loginId: 'Whistler',
  password: 'ShowBox',
  person: {
    firstName: 'Whistler',
    lastName: 'Smith',
    phone: '0405000000',
    email: 'whistler@h0tmail.com',
    address: { street: '201 Sussex St', suburb: 'Sydney', state: 'NSW', postcode: '2000' },
  },
  challenge: favouriteCompany,
  accounts: [
    transactionPlan({
      accountNo: '000001919644181',
      holder: 'Whistler Smith',
      float: dollars(3800),
      habits: [
        fixed(fortnightlyOn(3), at(5, 30), dollars(2650), 'DIRECT CREDIT GLOBEX AUSTRALIA SALARY'),
        sharedTransfer(-1, 'TRANSFER TO JARED DUNN'),
        ...household('0405000000'),
        fixed(monthlyOn(22), at(6, 20), -dollars(138.2), 'DIRECT DEBIT NRMA INSURANCE', '40771235'),
        // Instalments only: there is no daily spending on this account.
        spending({
          name: 'instalments',
          prefix: 'DIRECT DEBIT',
          merchants: payLater,
          place: 'SYDNEY NSW',
          stride: 4,
          second: 0.3,
        }),
      ],
    }),
  ],
})

export const createJared = (): Persona => {
  const holder = 'Jared Dunn'
  const place = 'TUGGERAH NSW'
  const card = cardPlan({
    accountNo: '000001023483',
    holder,
    limit: dollars(8000),
    payOn: 14,
    habits: [
      spending({ name: 'card', prefix: 'VISA PURCHASE', merchants: diningAndFuel, place, second: 0.2 }),
    ],
  })
  const deposit = termDepositPlan({
    accountNo: '000001023482',
    holder,
    principal: dollars(40_000),
    rate: 460,
    payTo: '000001023480',
  })
  const transaction = transactionPlan({
    accountNo: '000001023480',
    holder,
    float: dollars(4200),
    habits: [
      varying(weeklyOn(2), at(5, 40), [62_000, 148_000], 'DIRECT CREDIT UBER BV RIDESHARE EARNINGS'),
      sharedTransfer(1, 'TRANSFER FROM WHISTLER SMITH'),
      fixed(monthlyOn(17), at(6, 15), -dollars(1890), 'DIRECT DEBIT RAMS HOME LOAN REPAYMENT', '7710448'),
      fixed(monthlyOn(6), at(6, 20), -dollars(488.9), 'DIRECT DEBIT MACQUARIE CAR LOAN', '55180023'),
      ...household('0405000000'),
      card.payment,
      deposit.income,
      cash(weeklyOn(6), place, [1, 8]),
      spending({ name: 'groceries', prefix: 'EFTPOS', merchants: groceries, place, second: 0.1 }),
    ],
  })
  return {
    loginId: 'jared',
    password: 'django',
    person: {
      firstName: 'Jared',
      lastName: 'Dunn',
      phone: '0405000000',
      email: 'Jared.D@h0tmail.com',
      address: { suburb: 'Tuggerah', state: 'NSW', postcode: '2259' },
    },
    challenge: oneTimeCode,
    accounts: [transaction, card.account, deposit.account],
  }
}
