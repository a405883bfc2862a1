import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const alive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

it('the server ends when the run that started it is killed', async () => {
  const harness = fileURLToPath(new URL('./native-postgres.ts', import.meta.url))
  const program = `const { startPostgres } = await import(${JSON.stringify(harness)})
    console.log((await startPostgres()).pid)
    setInterval(() => undefined, 60_000)`
  const runner = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = await once(runner.stdout, 'data')
  const pid = Number(String(line))
  expect(alive(pid)).toBe(true)
  runner.kill('SIGKILL')
  await expect.poll(() => alive(pid), { timeout: 10_000 }).toBe(false)
})
