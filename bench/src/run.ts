// Every bench, one after the other, on the database of `--db postgres` (default) or `--db pglite`. Names choose some.
import { spawn } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'

const parts = new Set(['measure.ts', 'stage.ts', 'run.ts', 'rows.ts', 'seed.ts'])
const names = process.argv
  .slice(2)
  .filter((word, i, words) => !word.startsWith('--') && words[i - 1] !== '--db')
const programs = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.ts') && !parts.has(file))
  .filter((file) => names.length === 0 || names.includes(file.replace('.ts', '')))
const options = process.argv.includes('--db')
  ? process.argv.slice(process.argv.indexOf('--db'), process.argv.indexOf('--db') + 2)
  : []

for (const program of programs) {
  process.stdout.write(`# ${program.replace('.ts', '')}\n`)
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, program), ...options],
    { stdio: 'inherit' },
  )
  const code = await new Promise((resolve) => child.once('exit', resolve))
  if (code !== 0) process.exitCode = 1
}
