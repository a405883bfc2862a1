import { describe, expect, it } from 'vitest'
import { at, compareMoments, dayOf, type Moment, sydneyMoment } from '../calendar.ts'
import { createPersonas } from '../personas/index.ts'
import type { AccountOwner } from './books.ts'
import type { AccountPlan } from './entry.ts'
import { createLedger, historyDays, type KeyedRow, type Ledger } from './ledger.ts'

const personas = createPersonas({ benchRows: 10_000 })
const now = sydneyMoment(new Date('2026-11-24T03:00:00Z'))

const ownerOf = (loginId: string, bank = 'AU00000'): AccountOwner => ({
  bank,
  loginId,
  plans: personas.get(loginId)?.accounts ?? [],
})

const planOf = (owner: AccountOwner, key: string): AccountPlan => {
  const plan = owner.plans.find((candidate) => candidate.key === key)
  if (plan === undefined) throw new Error(`no account ${key}`)
  return plan
}

const everyAccount = ['AU00000', 'AU00002', 'AU00003', 'AU00004'].flatMap((bank) =>
  [...personas.keys()].flatMap((loginId) => {
    const owner = ownerOf(loginId, bank)
    return owner.plans.map((plan) => ({ name: `${bank} ${loginId} ${plan.key}`, owner, plan }))
  }),
)

const rowsAt = (ledger: Ledger, owner: AccountOwner, key: string, moment: Moment): KeyedRow[] => [
  ...ledger.posted(owner, planOf(owner, key), moment),
]

describe('balances', () => {
  const ledger = createLedger()

  it.each(everyAccount)('reconcile to the cent on every row: $name', ({ owner, plan }) => {
    const rows = [...ledger.posted(owner, plan, now)]
    expect(rows.length).toBeGreaterThan(40)
    expect(rows[0]?.balance).toBe(ledger.balance(owner, plan, now))
    const broken = rows.filter((row, index) => {
      const older = rows[index + 1]
      return older !== undefined && older.balance + row.amount !== row.balance
    })
    expect(broken).toEqual([])
    expect(rows.every((row) => Number.isSafeInteger(row.balance) && row.amount !== 0)).toBe(true)
  })

  it.each(everyAccount)('stay where they are plausible: $name', ({ owner, plan }) => {
    const balances = [...ledger.posted(owner, plan, now)].map(({ balance }) => balance)
    if (plan.limit === undefined) {
      expect(Math.min(...balances)).toBeGreaterThan(-500_000)
    } else {
      expect(Math.min(...balances)).toBeGreaterThan(-plan.limit - 100)
      expect(Math.max(...balances)).toBeLessThanOrEqual(0)
    }
  })
})

describe('history', () => {
  it('reaches back 730 days and not further', () => {
    const owner = ownerOf('Wentworth-Smith')
    const days = rowsAt(createLedger(), owner, 'transaction', now).map(({ day }) => day)
    expect(Math.min(...days)).toBeGreaterThanOrEqual(now.day - historyDays)
    expect(Math.min(...days)).toBeLessThan(now.day - historyDays + 3)
  })

  it('is newest first and holds nothing from after the moment of asking', () => {
    const rows = rowsAt(createLedger(), ownerOf('ashMann'), 'transaction', now)
    const sorted = rows.toSorted((a, b) => compareMoments(b, a))
    expect(rows.map(({ day, second }) => [day, second])).toEqual(
      sorted.map(({ day, second }) => [day, second]),
    )
    expect(rows.filter((row) => compareMoments(row, now) > 0)).toEqual([])
  })

  it.each([
    ['autumn', '2026-04-04T06:00:00Z'],
    ['spring', '2026-10-03T06:00:00Z'],
  ])('once posted never changes, every twenty minutes over the %s change of clocks', (_season, start) => {
    for (const loginId of ['Wentworth-Smith', 'Whistler']) {
      const owner = ownerOf(loginId)
      const known = new Map<string, KeyedRow>()
      for (let step = 0; step < 90; step += 1) {
        const moment = sydneyMoment(new Date(Date.parse(start) + step * 1_200_000))
        // Fresh books each time: what is compared was made anew, not remembered.
        const ledger = createLedger()
        const rows = owner.plans.flatMap((plan) =>
          ledger
            .posted(owner, plan, moment)
            .take(12)
            .map((row): [string, KeyedRow] => [`${plan.key} ${row.month} ${row.index}`, row])
            .toArray(),
        )
        for (const [key, row] of rows) expect(known.get(key) ?? row).toEqual(row)
        const shown = new Map(rows)
        const vanished = [...known].filter(([key, row]) => !shown.has(key) && row.day >= moment.day - 1)
        expect(vanished).toEqual([])
        for (const [key, row] of rows) known.set(key, row)
      }
    }
  })

  it('once posted never changes while the two years slide on, four weeks at a time for a year', () => {
    const owner = ownerOf('gavinBelson')
    for (const { key } of owner.plans) {
      const before = rowsAt(createLedger(), owner, key, now)
      const byKey = new Map(before.map((row) => [`${row.month}-${row.index}`, row]))
      for (let week = 1; week <= 52; week += 4) {
        const later = { day: now.day + 7 * week, second: at(1, 30) }
        const overlap = rowsAt(createLedger(), owner, key, later).filter((row) => row.day <= now.day - 1)
        const expected = before.filter((row) => row.day >= later.day - historyDays && row.day <= now.day - 1)
        expect(overlap).toEqual(expected)
        expect(overlap.filter((row) => !byKey.has(`${row.month}-${row.index}`))).toEqual([])
      }
    }
  })
})

describe('a day', () => {
  it('grows through each day, on the clock of Sydney', () => {
    const ledger = createLedger()
    const owner = ownerOf('Wentworth-Smith')
    const day = dayOf(2026, 11, 18)
    const seen = [1, 5, 9, 13, 17, 22].map((hour) => {
      const moment = { day, second: at(hour) }
      const made = owner.plans.flatMap((plan) => ledger.pending(owner, plan, moment))
      const posted = owner.plans.flatMap((plan) =>
        [...ledger.posted(owner, plan, moment)].filter((row) => row.day === day),
      )
      return made.filter((row) => row.day === day).length + posted.length
    })
    expect(seen).toEqual(seen.toSorted((a, b) => a - b))
    expect(seen[0]).toBe(0)
    expect(new Set(seen).size).toBeGreaterThanOrEqual(4)
  })

  it('differs from bank to bank, from day to day and not at all from one asking to the next', () => {
    const hooli = rowsAt(createLedger(), ownerOf('jared'), 'card', now)
    expect(rowsAt(createLedger(), ownerOf('jared'), 'card', now)).toEqual(hooli)
    expect(rowsAt(createLedger(), ownerOf('jared', 'AU00002'), 'card', now)).not.toEqual(hooli)
    expect(new Set(hooli.map(({ amount }) => amount)).size).toBeGreaterThan(200)
  })

  it('shows exactly the rows that a bench asked for', () => {
    for (const rows of [10_000, 731]) {
      const plans = createPersonas({ benchRows: rows }).get('bench')?.accounts ?? []
      const owner = { bank: 'AU00000', loginId: 'bench', plans }
      for (const second of [0, at(12), at(23, 59)]) {
        const moment = { day: now.day, second }
        expect(plans.map((plan) => [...createLedger().posted(owner, plan, moment)].length)).toEqual([rows])
      }
    }
  })
})

describe('pending rows', () => {
  const people = [...personas.keys()].filter((loginId) => loginId !== 'bench')
  const shopping = people.flatMap((loginId) =>
    (personas.get(loginId)?.accounts ?? [])
      .filter(({ type }) => type === 'transaction' || type === 'credit-card')
      .map((plan) => ({ name: `${loginId} ${plan.key}`, loginId, plan })),
  )

  it.each(shopping)('are one to three at any time of any day: $name', ({ loginId, plan }) => {
    const ledger = createLedger()
    const counts = new Set<number>()
    for (let day = now.day - 30; day <= now.day; day += 1) {
      for (let hour = 0; hour < 24; hour += 1) {
        counts.add(ledger.pending(ownerOf(loginId), plan, { day, second: at(hour, 29) }).length)
      }
    }
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(1)
    expect(Math.max(...counts)).toBeLessThanOrEqual(3)
  })

  it('all post within six days, with the same amount, and are not posted before', () => {
    const ledger = createLedger()
    for (const { loginId, plan } of shopping) {
      const owner = ownerOf(loginId)
      const pending = ledger.pending(owner, plan, now)
      const later = [...ledger.posted(owner, plan, { day: now.day + 6, second: 0 })]
      const before = new Set([...ledger.posted(owner, plan, now)].map((row) => `${row.month}-${row.index}`))
      for (const row of pending) {
        const fresh = later.filter((candidate) => !before.has(`${candidate.month}-${candidate.index}`))
        expect(fresh.map(({ amount }) => amount)).toContain(row.amount)
        expect(row.description).toMatch(/^AUTHORISATION /)
        expect(compareMoments(row, now)).toBeLessThanOrEqual(0)
      }
    }
  })
})

describe('money moved between own accounts', () => {
  const ledger = createLedger()
  const sums = (rows: readonly KeyedRow[], pattern: RegExp): string[] =>
    rows.filter(({ description }) => pattern.test(description)).map(({ day, amount }) => `${day} ${amount}`)
  const mirrored = (rows: readonly string[]): string[] =>
    rows.map((row) => row.replace(/ (-?)/, (_text, sign) => (sign === '-' ? ' ' : ' -')))

  it.each([
    ['Wentworth-Smith', /^TRANSFER TO VISA/, 'card', /^PAYMENT RECEIVED/],
    ['Wentworth-Smith', /^TRANSFER TO SAVER/, 'savings', /^TRANSFER FROM/],
    ['Wentworth-Smith', /^TRANSFER TO HOME LOAN/, 'mortgage', /^LOAN REPAYMENT/],
    ['Gilfoyle', /^TRANSFER TO VISA/, 'card', /^PAYMENT RECEIVED/],
    ['gavinBelson', /^TRANSFER TO PERSONAL LOAN/, 'loan', /^LOAN REPAYMENT/],
    ['richard', /^TRANSFER TO HOME LOAN/, 'mortgage', /^LOAN REPAYMENT/],
    ['jared', /^TRANSFER FROM TERM DEPOSIT/, 'term-deposit', /^TRANSFER TO/],
  ])('shows on both sides on the same day: %s %s', (loginId, own, key, other) => {
    const owner = ownerOf(loginId)
    const one = sums(rowsAt(ledger, owner, 'transaction', now), own)
    const two = sums(rowsAt(ledger, owner, key, now), other)
    expect(one.length).toBeGreaterThanOrEqual(23)
    expect(mirrored(one)).toEqual(two)
  })

  it('leaves Whistler and reaches Jared', () => {
    const out = sums(rowsAt(ledger, ownerOf('Whistler'), 'transaction', now), /^TRANSFER TO JARED/)
    const into = sums(rowsAt(ledger, ownerOf('jared'), 'transaction', now), /^TRANSFER FROM WHISTLER/)
    expect(out.length).toBeGreaterThanOrEqual(24)
    expect(mirrored(out)).toEqual(into)
  })
})
