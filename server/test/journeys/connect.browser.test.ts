import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  approve,
  connect,
  consent,
  done,
  handedBack,
  logIn,
  type Person,
  type Stage,
  screen,
  startStage,
} from './consumer.ts'

let stage: Stage

beforeAll(async () => {
  stage = await startStage()
})

afterAll(() => stage?.close())

/** A user who consented in an earlier launch and connected nothing. */
async function sharing(settings = {}): Promise<Person> {
  const person = await stage.person(settings)
  const page = await person.launch()
  await consent(page)
  await screen(page, 'S-05')
  await page.context().close()
  return person
}

describe('connect', () => {
  it('AC-201 starts at the banks for a user who shares already, and says so', async () => {
    const page = await (await sharing()).launch('&action=connect')
    await screen(page, 'S-05')
    await page.getByText('You are already sharing with Test application until').waitFor()
    await page.context().close()
  })

  it('AC-202 starts with consent for a user without one', async () => {
    const page = await (await stage.person()).launch('&action=connect')
    await screen(page, 'S-02')
    await page.context().close()
  })

  it('AC-203 makes a second connection for another login at the same bank', async () => {
    const person = await sharing()
    for (const [loginId, password] of [
      ['Wentworth-Smith', 'whislter'],
      ['Whistler', 'ShowBox'],
    ] as const) {
      const page = await person.launch('&action=connect')
      await connect(page, 'AU00000', loginId, password)
      await screen(page, 'S-13')
      await page.context().close()
    }
    expect(await person.connections()).toHaveLength(2)
  })

  it('AC-206 goes straight to the bank asked for', async () => {
    const page = await (await sharing()).launch('&action=connect&institutionId=AU00002')
    await screen(page, 'S-06')
    await page.getByRole('heading', { name: 'Connect Pied Piper Bank' }).waitFor()
    await page.context().close()
  })
})

describe('several banks', () => {
  it('AC-204 hands back three jobs, oldest first, the last as jobId', async () => {
    const person = await stage.person({ allowMultipleConnections: true })
    const page = await person.launch()
    await consent(page)
    const logins = [
      ['Wentworth-Smith', 'whislter'],
      ['Whistler', 'ShowBox'],
      ['Gilfoyle', 'PiedPiper'],
    ] as const
    const jobs: string[] = []
    for (const [loginId, password] of logins) {
      await connect(page, 'AU00000', loginId, password)
      await screen(page, 'S-13')
      jobs.push(new URL(page.url()).pathname.split('/').at(-1) ?? '')
      await done(page)
      await screen(page, 'S-15')
      if (loginId !== 'Gilfoyle') await page.getByRole('link', { name: 'Connect another bank' }).click()
    }
    await done(page)
    const query = await handedBack(page, stage.partner)
    expect(query.get('jobIds')).toBe(jobs.join(','))
    expect(page.url()).toContain(`jobIds=${jobs.join(',')}`)
    expect(query.get('jobId')).toBe(jobs[2])
    expect(query.get('result')).toBe('success')
    await page.context().close()
  })

  it('AC-205 is partial, with the failed job, when one of three fails', async () => {
    const person = await stage.person({ allowMultipleConnections: true, skipSuccessScreen: true })
    const page = await person.launch()
    await consent(page)
    await connect(page, 'AU00000', 'Wentworth-Smith', 'whislter')
    await screen(page, 'S-15')
    await page.getByRole('link', { name: 'Connect another bank' }).click()
    await connect(page, 'AU00003', 'bighead', 'password')
    await screen(page, 'S-14')
    await page.getByRole('link', { name: 'Choose another bank' }).click()
    await connect(page, 'AU00000', 'Whistler', 'ShowBox')
    await screen(page, 'S-15')
    expect(await page.locator('.attempts li').count()).toBe(3)
    await done(page)
    const query = await handedBack(page, stage.partner)
    expect(query.get('result')).toBe('partial')
    expect(query.get('jobIds')?.split(',')).toHaveLength(3)
    expect(query.has('error')).toBe(false)
    await page.context().close()
  })
})

describe('bank that asks', () => {
  const start = async (loginId: string, password: string) => {
    const person = await stage.person()
    const page = await person.launch('&institutionId=AU00002')
    await consent(page)
    await approve(page)
    await logIn(page, loginId, password)
    return page
  }

  it('takes the answers to its questions in their order', async () => {
    const page = await start('Whistler', 'ShowBox')
    await screen(page, 'S-10')
    const labels = await page.locator('main label').allTextContents()
    expect(labels).toEqual(["What's your favourite company?", "What's the ID of this institution?"])
    await page.getByLabel("What's your favourite company?").fill('Basiq')
    await page.getByLabel("What's the ID of this institution?").fill('AU00002')
    await page.getByRole('button', { name: 'Continue' }).click()
    await screen(page, 'S-13')
    await page.context().close()
  })

  it('lets a wrong answer be corrected, and an empty one be filled in', async () => {
    const page = await start('jared', 'django')
    await screen(page, 'S-09')
    expect(await page.getByLabel('OTP Password').getAttribute('inputmode')).toBe('numeric')
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.getByText('Enter an answer').waitFor()
    await page.getByLabel('OTP Password').fill('9999')
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.getByText('That answer was not right').waitFor()
    await page.getByLabel('OTP Password').fill('1234')
    await page.getByRole('button', { name: 'Continue' }).click()
    await screen(page, 'S-13')
    await page.context().close()
  })

  it('fails after three wrong answers', async () => {
    const page = await start('jared', 'django')
    for (const code of ['1', '2', '3']) {
      await screen(page, 'S-09')
      await page.getByLabel('OTP Password').fill(code)
      await page.getByRole('button', { name: 'Continue' }).click()
      await page.waitForLoadState()
    }
    await screen(page, 'S-14')
    await page.context().close()
  })

  it('offers to retry when the time is over', async () => {
    const person = await stage.person()
    const page = await person.launch('&institutionId=AU00002')
    await consent(page)
    await approve(page)
    await logIn(page, 'jared', 'django')
    await screen(page, 'S-09')
    await page.getByText(/^[12]:\d\d left to answer$/).waitFor()
    await person.application.call('POST', '/sandbox/clock', { body: { advance: 'PT3M' } })
    await page.reload()
    await page.getByRole('heading', { name: 'Time ran out' }).waitFor()
    await page.getByRole('link', { name: 'Retry' }).click()
    await logIn(page, 'jared', 'django')
    await screen(page, 'S-09')
    await page.context().close()
  })

  it('can be left with Go back, and joined again with the same login', async () => {
    const page = await start('jared', 'django')
    await screen(page, 'S-09')
    await page.getByRole('link', { name: 'Go back' }).click()
    await connect(page, 'AU00002', 'jared', 'django')
    await screen(page, 'S-09')
    await page.getByLabel('OTP Password').fill('1234')
    await page.getByRole('button', { name: 'Continue' }).click()
    await screen(page, 'S-13')
    await done(page)
    const query = await handedBack(page, stage.partner)
    expect(query.get('jobIds')).toBe(query.get('jobId'))
    await page.context().close()
  })
})

describe('ways to use it', () => {
  it('works from launch to hand-back without JavaScript', async () => {
    const person = await stage.person()
    const page = await person.launch('', { javaScriptEnabled: false })
    await consent(page)
    await page.getByLabel('Search for your bank').fill('pied')
    await page.getByRole('button', { name: 'Search' }).click()
    expect(await page.locator('button.bank').count()).toBe(1)
    await connect(page, 'AU00002', 'jared', 'django')
    await screen(page, 'S-09')
    await page.getByLabel('OTP Password').fill('1234')
    await page.getByRole('button', { name: 'Continue' }).click()
    await screen(page, 'S-13')
    await done(page)
    await screen(page, 'hand-back')
    await page.getByRole('link', { name: 'Go back now' }).click()
    expect((await handedBack(page, stage.partner)).get('result')).toBe('success')
    await page.context().close()
  })

  it('works with the keyboard alone', async () => {
    const person = await stage.person()
    const page = await person.launch()
    /** Tabs until the element with this name has focus, then presses the key. */
    const press = async (name: RegExp, key: string) => {
      for (let i = 0; i < 40; i++) {
        await page.keyboard.press('Tab')
        const text = await page.evaluate(() => document.activeElement?.textContent?.trim() ?? '')
        if (name.test(text)) return page.keyboard.press(key)
      }
      throw new Error(`no focus on ${name}`)
    }
    await screen(page, 'S-02')
    await press(/^I consent$/, 'Enter')
    await screen(page, 'S-05')
    await press(/^Hooli Bank/, 'Enter')
    await screen(page, 'S-06')
    await press(/^Approve$/, 'Space')
    await screen(page, 'S-07')
    await page.locator('input[name=loginId]').focus()
    await page.keyboard.type('Wentworth-Smith')
    await page.keyboard.press('Tab')
    await page.keyboard.type('whislter')
    await page.keyboard.press('Enter')
    await screen(page, 'S-13')
    await press(/^Done$/, 'Enter')
    await handedBack(page, stage.partner)
    await page.context().close()
  })
})
