import { at } from '../calendar.ts'
import { everyDays, regularly } from '../ledger/habits.ts'
import { historyDays } from '../ledger/ledger.ts'
import { groceries } from './merchants.ts'
import { oneTimeCode, type Persona } from './persona.ts'
import { dollars, transactionPlan } from './plans.ts'

/** A login `bench` / `bench` whose one account shows exactly `rows` posted rows, for measuring. */
export const createBench = (rows: number): Persona => {
  const daily = Math.ceil(rows / historyDays)
  const purchases = regularly('bench', everyDays(1), (random) =>
    Array.from({ length: daily }, (_, index) => {
      const merchant = random.pick(groceries)
      return {
        second: at(5) + Math.floor((index * at(18)) / daily),
        amount: -random.int(100, 4000),
        description: `EFTPOS ${merchant.name} ${random.int(1000, 4999)} SYDNEY NSW AU`,
      }
    }),
  )
  return {
    loginId: 'bench',
    password: 'bench',
    person: {
      firstName: 'Ben',
      lastName: 'Chmark',
      phone: '0400000000',
      email: 'bench@h0tmail.com',
      address: { suburb: 'Sydney', state: 'NSW', postcode: '2000' },
    },
    challenge: oneTimeCode,
    accounts: [
      transactionPlan({
        accountNo: '000009999990001',
        holder: 'Ben Chmark',
        float: dollars(1000 * daily),
        maxRows: rows,
        habits: [purchases],
      }),
    ],
  }
}
