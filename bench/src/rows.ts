import type { TransactionRecord } from '@banksia/connector-kit'

const words = [
  'CORNER CAFE MANLY AU',
  'WOOLWORTHS 1624 STRATHF NSW',
  'SALARY ACME PTY LTD',
  'TFR TO SAVINGS 0182',
  'BPAY ORIGIN ENERGY',
]

/** As many posted rows of one account, newest first, a hundred a day; the same ones for the same numbers. */
export function postedRows(count: number, newest = '2026-05-01'): TransactionRecord[] {
  const last = Date.parse(`${newest}T00:00:00Z`)
  return Array.from({ length: count }, (_, i) => {
    const amount = ((i * 7_919) % 20_000) - 15_000
    return {
      status: 'posted',
      description: `${words[i % words.length]} ${String(i).padStart(7, '0')} VALUE DATE CARD XX4381`,
      reference: '',
      amount,
      currency: 'AUD',
      balance: 1_000_000 + i,
      class: amount < 0 ? 'payment' : 'direct-credit',
      postDate: new Date(last - Math.floor(i / 100) * 86_400_000).toISOString().slice(0, 10),
      transactionDate: null,
    }
  })
}
