import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  choose,
  consent,
  done,
  eventsOf,
  handedBack,
  leave,
  type Person,
  publish,
  type Stage,
  screen,
  sharingPerson,
  startStage,
} from './consumer.ts'

let stage: Stage

beforeAll(async () => {
  stage = await startStage()
})

afterAll(() => stage?.close())

const day = 86_400_000
const exactly = (name: string) => ({ name, exact: true })

const purpose = (description: string) => ({ title: 'Data', description })
/** Other data than the default policy asks for: no transactions, an optional name. */
const otherScopes = {
  permissions: [
    { scope: 'account.basic', required: true, purpose: purpose('To list your accounts') },
    { scope: 'account.detail', required: true, purpose: purpose('To tell your accounts apart') },
    { scope: 'customer.person.basic', required: false, purpose: purpose('To greet you') },
  ],
}

const later = async (person: Person, days: number) => {
  const { status } = await person.application.call('POST', '/sandbox/clock', {
    body: { advance: `P${days}D` },
  })
  expect(status).toBe(200)
}

describe('extend', () => {
  it('AC-401 is E-NOCONSENT without an active consent', async () => {
    const page = await (await stage.person()).launch('&action=extend')
    await screen(page, 'E-NOCONSENT')
    await page.context().close()
  })

  it('AC-402, AC-403: shows the terms and both dates first; then the same consent ends later', async () => {
    const person = await sharingPerson(stage)
    await later(person, 10)
    const [before] = await person.consents()
    const page = await person.launch('&action=extend&state=s4')
    await screen(page, 'S-22')
    const dateOf = (at: string) => page.locator(`[${at}] time`).getAttribute('datetime')
    expect(await dateOf('data-current-until')).toBe(before?.['expiryDate'])
    const until = Date.parse((await dateOf('data-new-until')) ?? '')
    expect(Math.round((until - Date.parse(String(before?.['expiryDate']))) / day)).toBe(10)
    expect(await page.locator('.cluster-name').allTextContents()).toContain('Transaction details')
    expect(await person.consents()).toEqual([before])

    await page.getByRole('button', { name: /^Extend to/ }).click()
    await screen(page, 'S-23')
    const [after] = await person.consents()
    expect(after).toMatchObject({ id: before?.['id'], status: 'active', created: before?.['created'] })
    expect(Math.abs(Date.parse(String(after?.['expiryDate'])) - until)).toBeLessThan(60_000)
    expect(after?.['updated']).not.toBe(before?.['updated'])
    expect(await eventsOf(person)).toContain('consent.updated')
    await page.reload()
    await screen(page, 'S-23')
    await done(page)
    const query = await handedBack(page, stage.partner)
    expect([...query.entries()]).toEqual([
      ['state', 's4'],
      ['result', 'extended'],
    ])
    await page.context().close()
  })

  it('AC-405 explains, in place of the button, that the consent lasts longer already', async () => {
    const person = await sharingPerson(stage)
    await publish(stage, person, { durationDays: 30 })
    const page = await person.launch('&action=extend')
    await screen(page, 'S-22')
    await page.getByText('There is nothing to extend now').waitFor()
    expect(await page.getByRole('button', { name: /^Extend to/ }).count()).toBe(0)
    await page.context().close()
  })

  it('is cancelled by “Not now”, and leads to the end of sharing', async () => {
    const person = await sharingPerson(stage)
    const page = await person.launch('&action=extend')
    await page.getByRole('button', exactly('Not now')).click()
    await page.getByRole('dialog').getByRole('button', exactly('Leave')).click()
    expect((await handedBack(page, stage.partner)).get('result')).toBe('cancelled')
    await page.context().close()
    const other = await person.launch('&action=extend')
    await other.getByRole('link', exactly('Stop sharing instead')).click()
    await other.locator('main[data-screen="S-19"]').waitFor()
    await other.context().close()
  })
})

describe('update', () => {
  it('AC-501 lands on extend when the policy asks for the same data, and marks what else changed', async () => {
    const person = await sharingPerson(stage)
    await publish(stage, person, {
      durationDays: 180,
      purposes: [{ title: 'Savings goals', description: 'To plan your savings' }],
      purpose: { primary: { title: 'Savings goals', description: 'To plan your savings' } },
    })
    await later(person, 300)
    const page = await person.launch('&action=update')
    await screen(page, 'S-22')
    await page.locator('[data-part=purpose]').getByText('From now on: Savings goals').waitFor()
    await page.locator('[data-part=duration]').getByText('From now on: 180 days').waitFor()
    await page.context().close()
  })

  it('AC-502 to AC-505: compares, changes nothing before consent, then replaces it and offers the banks again', async () => {
    const person = await sharingPerson(stage, ['hooli'])
    const [before] = await person.consents()
    await publish(stage, person, otherScopes)

    const looking = await person.launch('&action=update')
    await screen(looking, 'S-24')
    const changes = async (change: string) =>
      looking.locator(`[data-change=${change}] strong`).allTextContents()
    expect(await changes('added')).toEqual(['Name and occupation'])
    expect(await changes('removed')).toEqual(['Name, occupation, contact details', 'Transaction details'])
    await looking.locator('[data-change=removed]').getByText('Removed').first().waitFor()
    await looking.getByText('Your banks will be disconnected').waitFor()
    await looking.getByText('Hooli').first().waitFor()
    await looking.getByRole('link', exactly('Continue')).click()
    await screen(looking, 'S-25')
    await leave(looking)
    expect((await handedBack(looking, stage.partner)).get('result')).toBe('cancelled')
    expect(await person.consents()).toEqual([
      { ...before, links: expect.objectContaining({ consentPolicy: linkOf(before, 'consentPolicy') }) },
    ])
    expect(await person.connections()).toHaveLength(1)
    await looking.context().close()

    const page = await person.launch('&action=update&state=s5')
    await page.getByRole('link', exactly('Continue')).click()
    await consent(page)
    await screen(page, 'S-26')
    const consents = await person.consents()
    expect(consents.map((one) => one['status'])).toEqual(['active', 'revoked'])
    expect(linkOf(consents[0], 'consentPolicy')).toBe(linkOf(consents[0], 'latestConsentPolicy'))
    expect(await person.connections()).toEqual([])
    const told = await eventsOf(person)
    for (const type of ['consent.revoked', 'connection.deleted']) expect(told).toContain(type)
    expect(told.filter((type) => type === 'consent.created')).toHaveLength(2)

    await page.getByRole('button', { name: 'Reconnect' }).click()
    await screen(page, 'S-07')
    await page.locator('input[name=loginId]').fill('Wentworth-Smith')
    await page.locator('input[name=password]').fill('whislter')
    await page.getByRole('button', exactly('Connect')).click()
    await screen(page, 'S-13')
    await done(page)
    await screen(page, 'S-26')
    await page.locator('[data-bank=AU00000]').getByText('Connected', { exact: true }).waitFor()
    await done(page)
    const query = await handedBack(page, stage.partner)
    expect([query.get('state'), query.get('result'), query.get('jobId') === query.get('jobIds')]).toEqual([
      's5',
      'updated',
      true,
    ])
    await page.context().close()
  })

  it('lets a bank be left out', async () => {
    const person = await sharingPerson(stage, ['hooli'])
    await publish(stage, person, otherScopes)
    const page = await person.launch('&action=update')
    await page.getByRole('link', exactly('Continue')).click()
    await consent(page)
    await screen(page, 'S-26')
    await page.getByRole('button', { name: 'Skip' }).click()
    await page.locator('[data-bank=AU00000]').getByText('Skipped').waitFor()
    await done(page)
    const query = await handedBack(page, stage.partner)
    expect([query.get('result'), query.has('jobId'), query.has('error')]).toEqual(['updated', false, false])
    await page.context().close()
  })

  it('is offered by a launch without action, which may keep the permissions and add a bank (row 18)', async () => {
    const person = await sharingPerson(stage)
    await publish(stage, person, otherScopes)
    const page = await person.launch('')
    await screen(page, 'S-24')
    await page.getByRole('button', { name: 'Keep my current permissions and just add a bank' }).click()
    await screen(page, 'S-05')
    await choose(page, 'AU00000')
    await screen(page, 'S-06')
    expect(await person.consents()).toHaveLength(1)
    await page.context().close()
  })
})

const linkOf = (one: Record<string, unknown> | undefined, name: string): unknown =>
  (one?.['links'] as Record<string, unknown> | undefined)?.[name]
