/** What one world's banks remember of their own. The money is the same in all worlds: it depends on the day alone. */
export interface World {
  readonly name: string
  /** Counts a right password, and gives how many there were of this login at this bank before. */
  countLogin(bankId: string, loginId: string): number
  inMaintenance(bankId: string): boolean
  setMaintenance(bankId: string, on: boolean): void
}

export interface Worlds {
  /** The world of that name; made when it is first asked for. */
  open(name: string): World
}

/** The least used world is forgotten when there are more. */
const mostWorlds = 1000

const createWorld = (name: string): World => {
  const logins = new Map<string, number>()
  const closedBanks = new Set<string>()
  return {
    name,
    countLogin(bankId, loginId) {
      const key = `${bankId}:${loginId}`
      const before = logins.get(key) ?? 0
      logins.set(key, before + 1)
      return before
    },
    inMaintenance: (bankId) => closedBanks.has(bankId),
    setMaintenance(bankId, on) {
      if (on) closedBanks.add(bankId)
      else closedBanks.delete(bankId)
    },
  }
}

/** Worlds in memory: a restart forgets them, as it forgets sessions. */
export const createWorlds = (): Worlds => {
  const worlds = new Map<string, World>()
  return {
    open(name) {
      const world = worlds.get(name) ?? createWorld(name)
      worlds.delete(name)
      worlds.set(name, world)
      for (const oldest of worlds.keys()) {
        if (worlds.size <= mostWorlds) break
        worlds.delete(oldest)
      }
      return world
    },
  }
}
