import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { UserId } from '../../src/ids.ts'
import {
  choose,
  done,
  eventsOf,
  handedBack,
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

const sharing = (...given: Parameters<typeof sharingPerson> extends [Stage, ...infer Rest] ? Rest : never) =>
  sharingPerson(stage, ...given)

const link = (name: string) => ({ name, exact: true })

describe('manage home', () => {
  it('AC-301 shows when consent was given and ends, the data, its handling and the banks', async () => {
    const person = await sharing(['hooli'])
    const page = await person.launch('&action=manage')
    await screen(page, 'S-16')
    const card = page.locator('[data-consent]')
    const [given] = await person.consents()
    for (const date of ['created', 'expiryDate'])
      await card.locator(`time[datetime="${given?.[date]}"]`).waitFor()
    await card.getByText('365 days left').waitFor()
    expect(await card.locator('[data-scope]').allTextContents()).toEqual([
      'Name, occupation, contact details',
      'Account name, type and balance',
      'Account numbers and features',
      'Transaction details',
    ])
    await card.getByText('When your consent ends, the data we collected is deleted.').waitFor()
    await page.locator('[data-group=connected]').getByText('Hooli').first().waitFor()
    await page.getByRole('link', link('See all details')).click()
    await screen(page, 'S-17')
    await page.getByText('From Hooli').waitFor()
    await page.context().close()
  })

  it('AC-306 tells how to stop sharing: by the partner’s instructions where there are any', async () => {
    const manageConsentUrl = 'https://partner.example/stop'
    for (const settings of [{}, { manageConsentUrl }]) {
      const page = await (await sharing([], settings)).launch('&action=manage')
      await page.getByRole('button', { name: 'How to stop sharing' }).click()
      const dialog = page.getByRole('dialog', { name: 'Manage your data sharing' })
      if ('manageConsentUrl' in settings)
        expect(await dialog.getByRole('link', { name: /these instructions/ }).getAttribute('href')).toBe(
          manageConsentUrl,
        )
      else await dialog.getByText('in the settings area of Test application').waitFor()
      await page.context().close()
    }
  })

  it('AC-307 closes with the state; without a way back there is nothing to close', async () => {
    const person = await sharing()
    const page = await person.launch('&action=manage&state=s1')
    await page.getByRole('button', { name: 'Close', exact: true }).click()
    const query = await handedBack(page, stage.partner)
    expect([...query.entries()]).toEqual([
      ['state', 's1'],
      ['result', 'managed'],
    ])
    await page.context().close()
    const nowhere = await (await sharing([], { redirectUrl: null })).launch('&action=manage')
    await screen(nowhere, 'S-16')
    expect(await nowhere.locator('form[action$="/done"]').count()).toBe(0)
    await nowhere.context().close()
  })

  it('AC-309 restarts the 90-day reminder when it is opened', async () => {
    const person = await sharing()
    const { db } = stage.server.database
    const reminder = async () =>
      (
        await db
          .selectFrom('consents')
          .select('reminder_due')
          .where('user_id', '=', person.userId as UserId)
          .executeTakeFirstOrThrow()
      ).reminder_due?.getTime() ?? 0
    const before = await reminder()
    const page = await person.launch('&action=manage')
    await screen(page, 'S-16')
    expect(await reminder()).toBeGreaterThan(before)
    await page.context().close()
  })

  it('is reached from the strip of the picker, and hands back as managed', async () => {
    const page = await (await sharing()).launch('&action=connect')
    await page.getByRole('link', link('Manage')).click()
    await screen(page, 'S-16')
    await page.getByRole('button', { name: 'Close and go back to Test application' }).click()
    expect((await handedBack(page, stage.partner)).get('result')).toBe('managed')
    await page.context().close()
  })

  it('works without JavaScript, to the end of sharing', async () => {
    const person = await sharing()
    const page = await person.launch('&action=manage', { javaScriptEnabled: false })
    await page.getByRole('link', link('Stop sharing all data')).click()
    await page.getByRole('button', link('Continue')).click()
    await page.getByRole('button', link('Stop sharing')).click()
    await page.locator('main[data-screen="S-19"][data-step=done]').waitFor()
    expect(await person.consents()).toMatchObject([{ status: 'revoked' }])
    await page.context().close()
  })
})

describe('stop sharing', () => {
  it('AC-303, AC-302: consequences first; then the consent and its connections end, and only history is left', async () => {
    const person = await sharing(['hooli'])
    const page = await person.launch('&action=manage&state=s')
    await page.getByRole('link', link('Stop sharing all data')).click()
    await page.locator('main[data-step=consequences]').waitFor()
    await page.getByText('Banks that are disconnected').waitFor()
    await page.getByText('Hooli').first().waitFor()
    expect(await person.consents()).toMatchObject([{ status: 'active' }])
    await page.getByRole('button', link('Continue')).click()
    await page.locator('main[data-step=confirm]').waitFor()
    expect(await person.consents()).toMatchObject([{ status: 'active' }])
    await page.getByRole('button', link('Stop sharing')).click()
    await page.locator('main[data-step=done]').waitFor()
    expect(await person.consents()).toMatchObject([{ status: 'revoked', revoked: expect.any(String) }])
    expect(await person.connections()).toEqual([])
    expect(
      (await eventsOf(person)).filter((type) => type.endsWith('revoked') || type.endsWith('deleted')),
    ).toEqual(expect.arrayContaining(['consent.revoked', 'connection.deleted']))
    await page.getByRole('button', link('Back to Test application')).click()
    const query = await handedBack(page, stage.partner)
    expect([query.get('state'), query.get('result'), query.has('error')]).toEqual(['s', 'revoked', false])
    await page.context().close()

    const again = await person.launch('&action=manage')
    await again.locator('main[data-screen="S-16"]').waitFor()
    expect(await again.locator('.history li').count()).toBe(1)
    expect(await again.getByRole('link', { name: 'Stop sharing' }).count()).toBe(0)
    await again.getByRole('link', { name: /Given on/ }).click()
    await screen(again, 'S-21')
    await again.getByText('because you stopped sharing').waitFor()
    await again.context().close()
  })

  it('AC-305 offers deletion before the confirm button where a copy would be kept, and keeps the choice', async () => {
    const person = await sharing(
      [],
      {},
      {
        data: { retainData: true, deidentificationStatement: 'Names and numbers are removed.' },
      },
    )
    const page = await person.launch('&action=manage')
    await page.getByRole('link', link('Stop sharing all data')).click()
    await page.locator('main[data-step=consequences]').waitFor()
    await page.getByLabel('Delete my data instead').check()
    await page.getByRole('button', link('Continue')).click()
    await page.getByText('The data we collected will be deleted.').waitFor()
    await page.getByRole('button', link('Stop sharing')).click()
    await page.locator('main[data-step=done]').waitFor()
    const { application } = person.application
    const [ended] = await stage.server.app.services.consents.history(application, person.userId as UserId)
    expect(ended).toMatchObject({ endedReason: 'consumer', deleteElection: { value: true } })
    await page.context().close()
  })

  it('lets the person elect deletion in Manage while the consent lasts', async () => {
    const person = await sharing(
      [],
      {},
      {
        data: { retainData: true, deidentificationStatement: 'Names and numbers are removed.' },
      },
    )
    const page = await person.launch('&action=manage')
    await page.getByRole('button', link('Delete my data instead')).click()
    await page.getByText('You chose that your data is deleted').waitFor()
    await page.context().close()
  })
})

describe('one bank', () => {
  it('AC-304 disconnects it and leaves the consent and the other bank alone', async () => {
    const person = await sharing(['hooli', 'hooliAgain'])
    const page = await person.launch('&action=manage')
    await screen(page, 'S-16')
    const [first, second] = await person.connections()
    await page.locator(`[data-connection="${first?.['id']}"] a.bank-name`).click()
    await screen(page, 'S-18')
    await page.getByRole('link', link('Disconnect')).click()
    await page.locator('main[data-screen="S-20"][data-step=consequences]').waitFor()
    await page.getByRole('link', link('Continue')).click()
    await page.locator('main[data-step=confirm]').waitFor()
    expect(await person.connections()).toHaveLength(2)
    await page.getByRole('button', link('Disconnect')).click()
    await page.locator('main[data-step=done]').waitFor()
    expect(await person.connections()).toMatchObject([{ id: second?.['id'], status: 'active' }])
    expect(await person.consents()).toMatchObject([{ status: 'active' }])
    await page.getByRole('link', link('Back to your data sharing')).click()
    await page.getByRole('button', { name: 'Close', exact: true }).click()
    expect((await handedBack(page, stage.partner)).get('result')).toBe('managed')
    await page.context().close()
  })
})

describe('the login of one connection', () => {
  it('AC-701, AC-705: a wrong password keeps the old login; the right one connects again, with job and state', async () => {
    const person = await sharing(['hooli'])
    const [connection] = await person.connections()
    const page = await person.launch(`&connectionId=${connection?.['id']}&state=s7`)
    await screen(page, 'S-29')
    expect(await page.locator('input[name=loginId]').inputValue()).toBe('We••••••th')
    await page.locator('input[name=password]').fill('wrong')
    await page.getByRole('button', link('Update login')).click()
    await screen(page, 'S-14')
    await page.getByText('The login saved before has not been changed.').waitFor()
    expect(await person.connections()).toMatchObject([{ id: connection?.['id'], status: 'active' }])
    const refreshed = await person.application.call<{ id: string }>(
      'POST',
      `/users/${person.userId}/connections/${connection?.['id']}/refresh`,
    )
    expect(refreshed.status).toBe(202)
    await expect
      .poll(async () => {
        const { body } = await person.application.call<{ steps: { status: string }[] }>(
          'GET',
          `/jobs/${refreshed.body.id}`,
        )
        return body.steps.map((step) => step.status)
      })
      .toEqual(['success', 'success', 'success'])
    await page.getByRole('link', link('Try again')).click()
    await screen(page, 'S-29')
    await page.locator('input[name=password]').fill('whislter')
    await page.getByRole('button', link('Update login')).click()
    await screen(page, 'S-13')
    await done(page)
    const query = await handedBack(page, stage.partner)
    expect([query.get('state'), query.get('result'), query.get('jobIds')?.split(',').length]).toEqual([
      's7',
      'success',
      2,
    ])
    expect(await person.connections()).toMatchObject([{ id: connection?.['id'], status: 'active' }])
    await page.context().close()
  })

  it('AC-704 shows nothing of a connection of another user or application', async () => {
    const owner = await sharing(['hooli'])
    const [connection] = await owner.connections()
    const stranger = await sharing()
    for (const query of ['', '&action=manage']) {
      const page = await stranger.launch(`&connectionId=${connection?.['id']}${query}`)
      await screen(page, 'E-CONN404')
      expect(await page.locator('main').textContent()).not.toContain('Hooli')
      await page.context().close()
    }
    const inside = await stranger.launch('&action=manage')
    await inside.goto(`${inside.url().replace(/\/manage$/, '')}/manage/connection/${connection?.['id']}`)
    await screen(inside, 'E-CONN404')
    await inside.context().close()
  })

  it('opens Manage on the connection named with action=manage', async () => {
    const person = await sharing(['hooli'])
    const [connection] = await person.connections()
    const page = await person.launch(`&action=manage&connectionId=${connection?.['id']}`)
    await screen(page, 'S-18')
    await page.getByRole('link', link('Update login')).click()
    await screen(page, 'S-29')
    await page.locator('input[name=password]').fill('whislter')
    await page.getByRole('button', link('Update login')).click()
    await screen(page, 'S-13')
    await done(page)
    await screen(page, 'S-16')
    await page.getByRole('button', { name: 'Close', exact: true }).click()
    const query = await handedBack(page, stage.partner)
    expect([query.get('result'), query.has('jobId')]).toEqual(['managed', true])
    await page.context().close()
  })

  it('is offered by the bank’s page when the bank is connected already', async () => {
    const page = await (await sharing(['hooli'])).launch('&action=connect')
    await choose(page, 'AU00000')
    await page.getByRole('link', { name: 'Renew or fix this connection' }).click()
    await screen(page, 'S-29')
    await page.context().close()
  })
})
