export { type Banks, type BanksOptions, createBanks } from './server.ts'
export type { World, Worlds } from './worlds.ts'
