// Tries to lock a data folder as soon as it is told to, reports how that went, and holds it until it is killed.
import { lockFolder } from '../src/db/pglite/folder-lock.ts'

const [dataDir = ''] = process.argv.slice(2)
const report = (outcome: object): void => void process.send?.({ pid: process.pid, ...outcome })
process.once('message', () => {
  try {
    lockFolder(dataDir)
    report({ opened: true })
  } catch {
    report({ opened: false })
  }
  setInterval(() => undefined, 60_000)
})
report({ waiting: true })
