import type { Merchants } from '../ledger/habits.ts'

export const groceries: Merchants = [
  { name: 'WOOLWORTHS', range: [1250, 9800] },
  { name: 'COLES', range: [980, 9200] },
  { name: 'ALDI STORES', range: [1100, 7600] },
  { name: 'IGA', range: [450, 3200] },
  { name: 'CHEMIST WAREHOUSE', range: [899, 4500] },
  { name: 'BAKERS DELIGHT', range: [450, 1650] },
]

export const diningAndFuel: Merchants = [
  { name: 'CORNER CAFE', range: [450, 1890] },
  { name: 'THAI KITCHEN', range: [1900, 5400] },
  { name: 'AMPOL', range: [3500, 9200] },
  { name: '7-ELEVEN', range: [380, 6800] },
  { name: 'BUNNINGS', range: [890, 12400] },
  { name: 'KMART', range: [700, 6900] },
  { name: 'DAN MURPHYS', range: [1599, 6200] },
  { name: 'GUZMAN Y GOMEZ', range: [1290, 3100] },
]

export const smallTreats: Merchants = [
  { name: 'MCDONALDS', range: [495, 1890] },
  { name: 'CORNER CAFE', range: [450, 1290] },
  { name: 'STEAM GAMES', range: [499, 2999] },
  { name: '7-ELEVEN', range: [250, 1480] },
]

export const payLater: Merchants = [
  { name: 'AFTERPAY', range: [1850, 6200] },
  { name: 'ZIP PAY', range: [1500, 5400] },
  { name: 'KLARNA', range: [1200, 4800] },
  { name: 'HUMM', range: [2100, 5900] },
]

export const officeSupplies: Merchants = [
  { name: 'OFFICEWORKS', range: [1490, 24800] },
  { name: 'AUSTRALIA POST', range: [890, 6400] },
  { name: 'ADOBE SYSTEMS', range: [2999, 8999] },
  { name: 'CORNER CAFE', range: [690, 5400] },
]
