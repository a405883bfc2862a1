import { freshContext, signIn, stored } from '@banksia/connector-kit/conformance'
import { describe, expect, it } from 'vitest'
import { connectors } from '../src/index.ts'
import { fixturesFor, loginOf, now, useSandboxBanks } from './sandbox.ts'

const banks = useSandboxBanks()
const minutesLater = (minutes: number) => new Date(now.getTime() + minutes * 60_000)

describe.each(connectors.map((connector) => [connector.institution.name, connector] as const))(
  '%s',
  (_name, connector) => {
    it('says session-expired after the bank ended an idle session', async () => {
      const world = `idle-${connector.institution.id}`
      const bank = banks.bankOf(connector, { world })
      const state = await signIn(connector, fixturesFor(connector, banks), bank)
      const later = banks.bankOf(connector, { world, at: minutesLater(20) })
      await expect(connector.fetchAccounts(freshContext(later), state)).rejects.toMatchObject({
        kind: 'session-expired',
      })
    })

    it("takes the bank's own maintenance page for maintenance", async () => {
      const world = `closed-${connector.institution.id}`
      const bank = banks.bankOf(connector, { world })
      const state = await signIn(connector, fixturesFor(connector, banks), bank)
      banks.setMaintenance(connector, world)
      await expect(connector.connect(freshContext(bank), loginOf('jared'))).rejects.toMatchObject({
        kind: 'maintenance',
      })
      await expect(connector.fetchProfile(freshContext(bank), state)).rejects.toMatchObject({
        kind: 'maintenance',
      })
    })

    const { resume } = connector
    if (!resume) return

    const challenged = async (world: string) => {
      const bank = banks.bankOf(connector, { world })
      const outcome = await connector.connect(freshContext(bank), loginOf('jared'))
      expect(outcome.kind).toBe('challenge')
      return { bank, state: stored(outcome.state) }
    }

    it('says invalid-credentials when the bank gives up after the third wrong answer', async () => {
      const { bank, state } = await challenged(`thrice-${connector.institution.id}`)
      const answer = (code: string) => resume.call(connector, freshContext(bank), state, [code])
      await expect(answer('1111')).rejects.toMatchObject({ kind: 'wrong-answer' })
      await expect(answer('2222')).rejects.toMatchObject({ kind: 'wrong-answer' })
      await expect(answer('3333')).rejects.toMatchObject({ kind: 'invalid-credentials' })
      await expect(answer('1234')).rejects.toMatchObject({ kind: 'challenge-expired' })
    })

    it('says challenge-expired when the answer comes too late', async () => {
      const world = `late-${connector.institution.id}`
      const { state } = await challenged(world)
      const later = banks.bankOf(connector, { world, at: minutesLater(6) })
      await expect(resume.call(connector, freshContext(later), state, ['1234'])).rejects.toMatchObject({
        kind: 'challenge-expired',
      })
    })

    it.each([[[]], [['1234', '1234']], [['']]])(
      'says wrong-answer to %j, and still waits',
      async (answers) => {
        const { bank, state } = await challenged(
          `count-${connector.institution.id}-${answers.length}${answers[0]}`,
        )
        await expect(resume.call(connector, freshContext(bank), state, answers)).rejects.toMatchObject({
          kind: 'wrong-answer',
        })
        const outcome = await resume.call(connector, freshContext(bank), state, ['1234'])
        expect(outcome.kind).toBe('connected')
      },
    )
  },
)
