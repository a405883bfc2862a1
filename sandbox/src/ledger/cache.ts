/** Remembers up to `limit` values; the one that was not asked for the longest goes first. */
export const createCache = <Value>(limit: number): ((key: string, make: () => Value) => Value) => {
  const values = new Map<string, Value>()
  return (key, make) => {
    const known = values.get(key)
    const value = known ?? make()
    if (known !== undefined) values.delete(key)
    values.set(key, value)
    for (const oldest of values.keys()) {
      if (values.size <= limit) break
      values.delete(oldest)
    }
    return value
  }
}
