import { at } from '../calendar.ts'
import {
  cash,
  fixed,
  fortnightlyOn,
  monthlyOn,
  quarterlyOn,
  regularly,
  sometimes,
  spending,
  varying,
  weeklyOn,
} from '../ledger/habits.ts'
import { diningAndFuel, groceries } from './merchants.ts'
import { favouriteCompany, type Persona } from './persona.ts'
import { cardPlan, dollars, household, loanPlan, savingsPlan, transactionPlan } from './plans.ts'

const holder = 'Max Wentworth-Smith'
const everyday = '45678945678901'
const place = 'DEE WHY NSW'

export const createWentworthSmith = (): Persona => {
  const card = cardPlan({
    accountNo: '23456723456789',
    holder,
    limit: dollars(20_000),
    payOn: 12,
    habits: [
      spending({ name: 'card', prefix: 'VISA PURCHASE', merchants: diningAndFuel, place }),
      fixed(monthlyOn(18), at(6, 10), -2399, 'VISA PURCHASE NETFLIX.COM MELBOURNE VIC AU'),
      sometimes(
        0.3,
        regularly('refund', weeklyOn(6), (random) => ({
          second: at(13, 20),
          amount: random.int(1500, 6900),
          description: `REFUND KMART 2217 ${place} AU`,
        })),
        'refund',
      ),
      fixed((date) => date.month === 7 && date.date === 3, at(6), -9900, 'ANNUAL CARD FEE'),
    ],
  })
  const mortgage = loanPlan({
    type: 'mortgage',
    accountNo: '12345612345678',
    holder: 'Max Wentworth-Smith & Paul Wentworth-Smith',
    limit: dollars(400_000),
    principal: dollars(372_000),
    rate: 310,
    repayment: dollars(1660),
    payOn: 20,
  })
  const savings = savingsPlan({
    accountNo: '34567834567890',
    holder,
    base: dollars(12_400),
    rate: 425,
    monthly: dollars(500),
    on: 16,
    from: everyday,
    payoutTo: 'HOLIDAY TRAVEL FUND',
  })
  const transaction = transactionPlan({
    accountNo: everyday,
    holder,
    float: dollars(6500),
    habits: [
      fixed(monthlyOn(15), at(5, 30), dollars(5240), 'DIRECT CREDIT INITECH PTY LTD SALARY'),
      fixed(fortnightlyOn(4), at(5, 45), dollars(1480), 'DIRECT CREDIT AVIATO PTY LTD PAYROLL'),
      fixed(monthlyOn(5), at(6, 20), -dollars(612.45), 'DIRECT DEBIT TOYOTA FINANCE CAR LOAN', '88412071'),
      varying(quarterlyOn(11), at(11), [-42_000, -29_000], 'BPAY AGL ENERGY', '2104477193'),
      ...household('0419000000'),
      mortgage.payment,
      savings.deposit,
      card.payment,
      cash(weeklyOn(5), 'DEE WHY NSW', [2, 10]),
      spending({ name: 'groceries', prefix: 'EFTPOS', merchants: groceries, place, second: 0.2 }),
    ],
  })
  return {
    loginId: 'Wentworth-Smith',
    password: 'whislter',
    person: {
      firstName: 'Max',
      lastName: 'Wentworth-Smith',
      phone: '0419000000',
      email: 'maxsmith@micr0soft.com',
      address: { street: '13/91 Fisher Rd', suburb: 'Dee Why', state: 'NSW', postcode: '2099' },
    },
    challenge: favouriteCompany,
    accounts: [transaction, card.account, savings.account, mortgage.account],
  }
}
