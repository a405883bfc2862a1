// Makes the cluster in a process of its own: creating one takes up to a gigabyte, which a process never gives back.
import { startEngine } from './engine.ts'

const [folder] = process.argv.slice(2)
if (!folder) throw new Error('Usage: create.ts <folder>')
const { pg } = await startEngine(folder)
await pg.close()
