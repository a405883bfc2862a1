import { at } from '../calendar.ts'
import {
  cash,
  fixed,
  fortnightlyOn,
  monthlyOn,
  regularly,
  spending,
  varying,
  weeklyOn,
} from '../ledger/habits.ts'
import { diningAndFuel, groceries } from './merchants.ts'
import { firstCompany, oneTimeCode, type Persona } from './persona.ts'
import { cardPlan, dollars, household, loanPlan, savingsPlan, transactionPlan } from './plans.ts'

export const createGavinBelson = (): Persona => {
  const holder = 'Gavin Belson'
  const place = 'YARDARINO WA'
  const card = cardPlan({
    accountNo: '000001004381',
    holder,
    limit: dollars(12_000),
    payOn: 12,
    habits: [
      spending({ name: 'card', prefix: 'VISA PURCHASE', merchants: diningAndFuel, place, second: 0.3 }),
    ],
  })
  const savings = savingsPlan({
    accountNo: '000001002935',
    holder,
    base: dollars(8200),
    rate: 380,
    monthly: dollars(400),
    on: 26,
    from: '000001000002',
    payoutTo: 'HARVEST FUND',
  })
  const loan = loanPlan({
    type: 'loan',
    accountNo: '000001002955',
    holder,
    limit: dollars(45_000),
    principal: dollars(45_000),
    rate: 890,
    repayment: dollars(500),
    payOn: 8,
  })
  const transaction = transactionPlan({
    accountNo: '000001000002',
    holder,
    float: dollars(5200),
    habits: [
      // A raise each July.
      regularly('salary', monthlyOn(25), (_random, date) => ({
        second: at(5, 30),
        amount: dollars(5400) + dollars(240) * (date.year - 2018 - (date.month < 7 ? 1 : 0)),
        description: 'DIRECT CREDIT HOOLI XYZ PTY LTD SALARY',
      })),
      varying(weeklyOn(6), at(16, 5), [8000, 32_000], 'DIRECT CREDIT J NGUYEN TUTORING'),
      fixed(weeklyOn(4), at(9, 10), -dollars(340), 'DIRECT DEBIT ELDERS REAL ESTATE RENT', 'YARD 17'),
      ...household('0490000000'),
      savings.deposit,
      loan.payment,
      card.payment,
      cash(weeklyOn(0), place, [1, 6]),
      spending({ name: 'groceries', prefix: 'EFTPOS', merchants: groceries, place, second: 0.2 }),
    ],
  })
  return {
    loginId: 'gavinBelson',
    password: 'hooli2016',
    person: {
      firstName: 'Gavin',
      lastName: 'Belson',
      phone: '0490000000',
      email: 'gavinbelson@h0tmail.com',
      address: { suburb: 'Yardarino', state: 'WA', postcode: '6525' },
    },
    challenge: firstCompany,
    accounts: [transaction, card.account, savings.account, loan.account],
  }
}

export const createRichard = (): Persona => {
  const holder = 'Richard Birtles'
  const place = 'MANNUM SA'
  const card = cardPlan({
    accountNo: '000001077379',
    holder,
    limit: dollars(15_000),
    payOn: 13,
    habits: [spending({ name: 'card', prefix: 'VISA PURCHASE', merchants: diningAndFuel, place })],
  })
  const mortgage = loanPlan({
    type: 'mortgage',
    accountNo: '000001077381',
    holder,
    limit: dollars(520_000),
    principal: dollars(515_000),
    rate: 385,
    repayment: dollars(2480),
    payOn: 19,
  })
  const transaction = transactionPlan({
    accountNo: '000001077380',
    holder,
    float: dollars(9800),
    habits: [
      fixed(fortnightlyOn(4), at(5, 30), dollars(6480), 'DIRECT CREDIT TETLER JONES PTY LTD SALARY'),
      fixed(monthlyOn(4), at(10, 5), dollars(2150), 'DIRECT CREDIT RAINE AND HORNE RENT 12 KING ST'),
      fixed(monthlyOn(7), at(10, 20), dollars(1820), 'DIRECT CREDIT LJ HOOKER RENT 3/8 BAY RD'),
      fixed(monthlyOn(10), at(6, 15), -dollars(2240.6), 'DIRECT DEBIT WESTPAC MORTGAGE REPAYMENT', '330817'),
      fixed(monthlyOn(18), at(6, 15), -dollars(1975), 'DIRECT DEBIT BANKSA HOME LOAN REPAYMENT', '7719932'),
      fixed(monthlyOn(3), at(6, 20), -dollars(702.15), 'DIRECT DEBIT TOYOTA FINANCE CAR LOAN', '11802377'),
      fixed(monthlyOn(21), at(6, 20), -dollars(534.8), 'DIRECT DEBIT NISSAN FINANCIAL CAR LOAN', '40911'),
      varying(monthlyOn(11), at(11, 5), [-98_000, -52_000], 'BPAY ANZ CREDIT CARD', '4072200113'),
      varying(monthlyOn(16), at(11, 10), [-145_000, -60_000], 'BPAY AMERICAN EXPRESS CARD', '3760114402'),
      varying(monthlyOn(24), at(11, 15), [-64_000, -28_000], 'BPAY WESTPAC CREDIT CARD', '5163100948'),
      ...household('0482000000'),
      mortgage.payment,
      card.payment,
      spending({ name: 'groceries', prefix: 'EFTPOS', merchants: groceries, place, second: 0.3 }),
    ],
  })
  return {
    loginId: 'richard',
    password: 'tabsnotspaces',
    person: {
      firstName: 'Richard',
      lastName: 'Birtles',
      phone: '0482000000',
      email: 'r.birtles@tetlerjones.c0m.au',
      address: { street: '51 Dabinett Rd', suburb: 'Ponde', state: 'SA', postcode: '5238' },
    },
    challenge: oneTimeCode,
    accounts: [transaction, card.account, mortgage.account],
  }
}
