import { at } from '../calendar.ts'
import {
  atOnce,
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
import { diningAndFuel, groceries, officeSupplies } from './merchants.ts'
import { oneTimeCode, type Persona } from './persona.ts'
import { cardPlan, dollars, transactionPlan } from './plans.ts'

export const createLaurieBream = (): Persona => {
  const holder = 'Laurie Bream'
  const place = 'MANLY NSW'
  const card = cardPlan({
    accountNo: '772245684154861747642',
    holder,
    limit: dollars(25_000),
    payOn: 15,
    habits: [spending({ name: 'card', prefix: 'VISA PURCHASE', merchants: officeSupplies, place })],
  })
  const weekdays = weeklyOn(1, 2, 3, 4, 5)
  const transaction = transactionPlan({
    accountNo: '062245684154861747642',
    holder,
    float: dollars(24_000),
    sweepTo: 'BUSINESS RESERVE',
    habits: [
      varying(weekdays, at(5, 50), [64_000, 214_000], 'DIRECT CREDIT EFTPOS MERCHANT SETTLEMENT 55213'),
      regularly('invoice', weeklyOn(2, 4), (random) => ({
        second: random.int(at(9), at(16)),
        amount: random.int(55_000, 420_000),
        description: `DIRECT CREDIT ${random.pick(['RAVIGA CAPITAL', 'HARBOUR DENTAL', 'CORSO SURF CO'])} INVOICE`,
        reference: `INV${random.int(10_200, 19_900)}`,
      })),
      varying(fortnightlyOn(3), at(14), [-1_460_000, -1_310_000], 'DIRECT DEBIT KEYPAY PAYROLL'),
      varying(quarterlyOn(26), at(11), [-1_900_000, -1_200_000], 'BPAY ATO BUSINESS ACTIVITY', '53004000012'),
      fixed(monthlyOn(1), at(9), -dollars(3850), 'DIRECT DEBIT NORTHERN BEACHES PROPERTY RENT', 'SHOP 21'),
      fixed(monthlyOn(14), at(6, 30), -dollars(75), 'DIRECT DEBIT XERO AUSTRALIA'),
      fixed(monthlyOn(28), at(6, 30), -dollars(22), 'BUSINESS ACCOUNT FEE'),
      varying(monthlyOn(5), at(6, 35), [-28_000, -14_000], 'MERCHANT TERMINAL FEE'),
      card.payment,
      spending({ name: 'supplies', prefix: 'EFTPOS', merchants: officeSupplies, place, second: 0.2 }),
    ],
  })
  return {
    loginId: 'laurieBream',
    password: 'business2024',
    person: {
      firstName: 'Laurie',
      lastName: 'Bream',
      phone: '0490000000',
      email: 'business@manlyaccountants.com.au',
      address: { street: '21 Sydney Rd', suburb: 'Manly', state: 'NSW' },
    },
    organisation: {
      businessName: 'Manly Accountants',
      legalName: 'Manly Accountants Pty Ltd',
      shortName: 'Manly Accts',
      abn: '89000000019',
      acn: '000000019',
      organisationType: 'COMPANY',
      registeredCountry: 'AUS',
      agentRole: 'Director',
    },
    challenge: oneTimeCode,
    accounts: [transaction, card.account],
  }
}

export const createAshMann = (): Persona => {
  const holder = 'Ash Mann'
  const place = 'SYDNEY NSW'
  const card = cardPlan({
    accountNo: '090001077779',
    holder,
    limit: dollars(7500),
    payOn: 12,
    habits: [
      spending({ name: 'card', prefix: 'VISA PURCHASE', merchants: diningAndFuel, place, second: 0.2 }),
    ],
  })
  const transaction = transactionPlan({
    accountNo: '090001077738',
    holder,
    float: dollars(4600),
    habits: [
      fixed(monthlyOn(15), at(5, 30), dollars(7150), 'DIRECT CREDIT ENDFRAME AUSTRALIA SALARY'),
      fixed(monthlyOn(2), at(10, 5), dollars(1640), 'DIRECT CREDIT MCGRATH RENT 9 HILL ST'),
      varying(monthlyOn(22), at(11, 30), [-132_000, -48_000], 'BPAY BANKWEST CREDIT CARD', '5353160022418'),
      fixed(weeklyOn(1), at(9), -dollars(520), 'DIRECT DEBIT BELLE PROPERTY RENT', 'SUSSEX 201'),
      sometimes(
        0.7,
        varying(weeklyOn(3, 5, 6), at(19, 40), [-22_000, -2000], 'EFTPOS SPORTSBET DARWIN NT AU'),
        'sportsbet',
      ),
      sometimes(0.4, varying(weeklyOn(0), at(15, 10), [-9000, -1000], 'EFTPOS TAB ULTIMO NSW AU'), 'tab'),
      sometimes(
        0.25,
        varying(weeklyOn(6), at(21), [4000, 31_000], 'DIRECT CREDIT SPORTSBET WINNINGS'),
        'wins',
      ),
      varying(fortnightlyOn(2), at(20, 15), [-45_000, -10_000], 'DIRECT DEBIT COINSPOT CRYPTO EXCHANGE'),
      cash(weeklyOn(4, 6), place, [2, 15]),
      fixed(monthlyOn(28), at(6, 30), -500, 'MONTHLY ACCOUNT FEE'),
      card.payment,
      atOnce(weeklyOn(1, 3, 5), {
        name: 'lunch',
        prefix: 'EFTPOS',
        merchants: [{ name: 'CORNER CAFE', range: [1100, 2400] }],
        place,
        share: 0.6,
      }),
      spending({ name: 'groceries', prefix: 'EFTPOS', merchants: groceries, place, second: 0.1 }),
    ],
  })
  return {
    loginId: 'ashMann',
    password: 'hooli2024',
    person: {
      firstName: 'Ash',
      lastName: 'Mann',
      phone: '0497000000',
      email: 'ashmann@gamil.com',
      address: { street: '201 Sussex St', suburb: 'Sydney', state: 'NSW', postcode: '2000' },
    },
    challenge: oneTimeCode,
    accounts: [transaction, card.account],
  }
}
