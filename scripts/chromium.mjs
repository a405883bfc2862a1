// The browser of the journeys: Debian's Chromium. Installed from Debian's packages when it is absent and we may.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const chromium = '/usr/bin/chromium'
const command = 'apt-get update && apt-get install -y chromium'

/** Answers the path of Chromium; throws with the one command to type when there is none and we may not install it. */
export function ensureChromium() {
  if (existsSync(chromium)) return chromium
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log('Installing Chromium from Debian’s packages …')
    spawnSync('sh', ['-c', command], {
      stdio: 'inherit',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
    if (existsSync(chromium)) return chromium
  }
  throw new Error(`The browser journeys need ${chromium}. Install it with:\n\n  sudo sh -c '${command}'\n`)
}

if (process.argv[1]?.endsWith('chromium.mjs')) {
  try {
    console.log(ensureChromium())
  } catch (error) {
    console.error(error.message)
    process.exitCode = 1
  }
}
