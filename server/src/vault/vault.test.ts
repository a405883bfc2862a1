import { randomBytes } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type ApplicationId, type ConsentId, newId } from '../ids.ts'
import { createFileKeyStore } from './key-store.ts'
import { deriveKeys } from './keys.ts'
import { createVault, KeyDestroyed } from './vault.ts'

const application = newId<ApplicationId>()
const consent = newId<ConsentId>()
let folder: string
let now = 0
const master = randomBytes(32)
const open = (masterKey = master) =>
  createVault({ keys: deriveKeys(masterKey), store: createFileKeyStore(folder), realTime: () => now })

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vault-'))
})
afterEach(() => rm(folder, { recursive: true }))

describe('createVault', () => {
  it('opens what it sealed, also in another process', async () => {
    const vault = open()
    await vault.create(application, consent)
    const box = (await vault.key(application, consent)).seal('credentials:1', 'whislter')
    expect(box.includes('whislter')).toBe(false)
    expect((await open().key(application, consent)).open('credentials:1', box).toString()).toBe('whislter')
  })

  it('refuses a box that was moved, altered or cut', async () => {
    const vault = open()
    await vault.create(application, consent)
    const key = await vault.key(application, consent)
    const box = key.seal('credentials:1', 'secret')
    expect(() => key.open('credentials:2', box)).toThrow()
    const altered = Buffer.from(box)
    altered[20] = (altered[20] ?? 0) ^ 1
    expect(() => key.open('credentials:1', altered)).toThrow()
    expect(() => key.open('credentials:1', box.subarray(0, 10))).toThrow()
  })

  it('loses everything when the key is destroyed, here at once and elsewhere within half a minute', async () => {
    const here = open()
    const elsewhere = open()
    await here.create(application, consent)
    await elsewhere.key(application, consent)
    await here.destroy(application, consent)
    await here.destroy(application, consent)
    await expect(here.key(application, consent)).rejects.toThrow(KeyDestroyed)
    now += 30_001
    await expect(elsewhere.key(application, consent)).rejects.toThrow(KeyDestroyed)
  })

  it('keeps keys wrapped in files that only their owner may read', async () => {
    await open().create(application, consent)
    const [name = ''] = await readdir(join(folder, application))
    const file = join(folder, application, name)
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    expect((await readFile(file)).length).toBe(61)
    await expect(open(randomBytes(32)).key(application, consent)).rejects.toThrow()
  })

  it('never replaces a key', async () => {
    await open().create(application, consent)
    await expect(open().create(application, consent)).rejects.toThrow(/EEXIST/)
  })
})
