// Starts the example partner, and Banksia beside it unless one already answers at BANKSIA_URL.
import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const port = process.env['PORT'] || '3000'
const banksiaUrl = (process.env['BANKSIA_URL'] || 'http://127.0.0.1:4000').replace(/\/+$/, '')
const redirectUrl = `http://127.0.0.1:${port}/callback`
const startWithinMs = 120_000

/** Programs started here; they are ended with this one. */
const children = new Set()
let stopping = false

function run(file, env) {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', file], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  })
  children.add(child)
  child.on('exit', (code) => {
    children.delete(child)
    stop(stopping ? 0 : (code ?? 1))
  })
  return child
}

function stop(code) {
  process.exitCode ||= code
  stopping = true
  for (const child of children) child.kill('SIGTERM')
}

process.on('SIGINT', () => stop(0))
process.on('SIGTERM', () => stop(0))

const answers = (path) =>
  fetch(`${banksiaUrl}${path}`, { signal: AbortSignal.timeout(2000) }).then(
    (response) => response.ok,
    () => false,
  )

async function waitUntilReady() {
  for (const end = Date.now() + startWithinMs; Date.now() < end && !stopping; ) {
    if (await answers('/health/ready')) return
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  if (!stopping) throw new Error(`Banksia did not become ready at ${banksiaUrl}`)
}

function startBanksia() {
  const { hostname, port: banksiaPort, protocol } = new URL(banksiaUrl)
  if (protocol !== 'http:' || !['127.0.0.1', 'localhost'].includes(hostname)) {
    throw new Error(`No Banksia answers at ${banksiaUrl}, and only a local one can be started from here`)
  }
  run('server/src/main.ts', {
    HOST: hostname,
    PORT: banksiaPort || '80',
    BANKSIA_REDIRECT_URL: redirectUrl,
  })
}

/** The key given, or the one that the sandbox keeps in its data folder. */
async function readApiKey() {
  if (process.env['BANKSIA_API_KEY']) return process.env['BANKSIA_API_KEY']
  const folder = process.env['BANKSIA_DATA_DIR'] || join(root, '.banksia')
  const key = await readFile(join(folder, 'api-key'), 'utf8').catch(() => '')
  if (key === '') throw new Error('Set BANKSIA_API_KEY to the API key that Banksia printed when it started')
  return key.trim()
}

/** Tells a Banksia that already runs where the person comes back to. */
async function setRedirectUrl(apiKey) {
  const token = await post('/token', `Basic ${apiKey}`, new URLSearchParams({ scope: 'SERVER_ACCESS' }))
  await post('/sandbox/application', `Bearer ${token.access_token}`, JSON.stringify({ redirectUrl }))
}

async function post(path, authorization, body) {
  const response = await fetch(`${banksiaUrl}${path}`, {
    method: 'POST',
    headers: { authorization, 'basiq-version': '3.0', ...(typeof body === 'string' && jsonHeader) },
    body,
  })
  if (!response.ok) throw new Error(`POST ${path} answered ${response.status}: ${await response.text()}`)
  return response.json()
}

const jsonHeader = { 'content-type': 'application/json' }

try {
  const running = await answers('/health/ready')
  if (!running) startBanksia()
  await waitUntilReady()
  if (!stopping) {
    const apiKey = await readApiKey()
    if (running) await setRedirectUrl(apiKey)
    run('examples/golist/src/main.ts', { PORT: port, BANKSIA_URL: banksiaUrl, BANKSIA_API_KEY: apiKey })
  }
} catch (error) {
  console.error(error.message)
  stop(1)
}
