// The first file that runs on a fresh clone, possibly on Node 20: makes sure that everything else can run. It installs
// the dependencies, the pinned Node among them, and builds the Consent UI; both only when something changed.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const windows = process.platform === 'win32'

function run(command, args, cwd = root) {
  const { status, error } = spawnSync(command, args, { cwd, stdio: 'inherit' })
  if (status !== 0) stop(`${[command, ...args].join(' ')} failed${error ? `: ${error.message}` : ''}`)
}

function stop(message) {
  console.error(message)
  process.exit(1)
}

function hash(files) {
  const all = createHash('sha256')
  for (const file of files) all.update(`${file}\0`).update(readFileSync(join(root, file)))
  return all.digest('hex')
}

const read = (file) => (existsSync(join(root, file)) ? readFileSync(join(root, file), 'utf8') : undefined)
const changed = (file) => statSync(join(root, file), { throwIfNoEntry: false })?.mtimeMs ?? 0

function install() {
  const stamp = 'node_modules/.banksia-installed'
  const wanted = hash(['package-lock.json'])
  if (read(stamp) === wanted) return
  // npm writes its own copy of the lockfile last: an install by hand is as good as ours.
  const installedByHand = changed('node_modules/.package-lock.json') >= changed('package-lock.json')
  if (!installedByHand) {
    console.log('Installing dependencies …')
    const npm = process.env.npm_execpath
    const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error']
    if (npm) run(process.execPath, [npm, ...args])
    else run(windows ? 'npm.cmd' : 'npm', args)
  }
  writeFileSync(join(root, stamp), wanted)
}

/** The Node of this project: npm brings it for the common platforms, elsewhere people bring a recent one. */
function findNode() {
  const pinned = join(root, 'node_modules', '.bin', windows ? 'node.cmd' : 'node')
  const node = existsSync(pinned) ? pinned : process.execPath
  const { stdout } = spawnSync(node, ['--version'], { encoding: 'utf8' })
  const [major = 0, minor = 0] = (stdout ?? '').replace('v', '').split('.').map(Number)
  if (major > 22 || (major === 22 && minor >= 18)) return node
  return stop(
    `Banksia needs Node 22.18 or newer (24 is best), and npm has none for ${process.platform}-${process.arch}: ` +
      `this is ${process.version}. Install Node 24 and try again.`,
  )
}

function filesBelow(folder) {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter(({ name }) => !['dist', 'node_modules', 'test'].includes(name))
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`
      return entry.isDirectory() ? filesBelow(path) : [path]
    })
    .sort()
}

function buildConsentUi(node) {
  const stamp = 'consent-ui/dist/.built-from'
  const wanted = hash([...filesBelow('consent-ui'), 'package-lock.json'])
  if (read(stamp) === wanted) return
  console.log('Building the Consent UI …')
  run(node, ['build.mjs'], join(root, 'consent-ui'))
  writeFileSync(join(root, stamp), wanted)
}

install()
buildConsentUi(findNode())
