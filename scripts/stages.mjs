import { spawn } from 'node:child_process'

/** Runs a program of this project with our own Node and its output on ours; answers its exit status. */
export function node(args, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { stdio: 'inherit', env: { ...process.env, ...env } })
    child.on('error', () => resolve(1))
    child.on('exit', (status) => resolve(status ?? 1))
  })
}

const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`

/** Runs all stages, also after one failed, and ends with one line for each. Sets the exit status. */
export async function runStages(title, stages) {
  const started = performance.now()
  const lines = []
  for (const { name, run } of stages) {
    console.log(`\n▶ ${name}`)
    const from = performance.now()
    const ok = await Promise.resolve()
      .then(run)
      .then(
        (status) => status === 0,
        (error) => console.error(error.message),
      )
    if (!ok) process.exitCode = 1
    lines.push(`  ${ok ? 'ok    ' : 'FAILED'}  ${name} (${seconds(from)})`)
  }
  console.log(`\n${title}: ${process.exitCode ? 'FAILED' : 'ok'} in ${seconds(started)}\n${lines.join('\n')}`)
}

/** What every stage takes for granted; `scripts/prepare.mjs` sees to it. */
export function requirePinnedNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > 22 || (major === 22 && minor >= 18)) return
  console.error(
    `This is Node ${process.versions.node}. Start it through npm, which brings the right one: npm test`,
  )
  process.exit(1)
}
