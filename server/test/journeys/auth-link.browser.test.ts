import { afterAll, beforeAll, expect, it } from 'vitest'
import { connect, consent, done, handedBack, type Stage, screen, startStage } from './consumer.ts'

let stage: Stage

beforeAll(async () => {
  stage = await startStage()
})

afterAll(() => stage?.close())

it('AC-804: from the link by a code to consent, banks and the declaration, which deletes the link', async () => {
  const person = await stage.person()
  const { application } = person
  const created = await application.call<{ links: { public: string } }>(
    'POST',
    `/users/${person.userId}/auth_link`,
    { body: { mobile: '+61491570006' } },
  )
  const context = await stage.browser.newContext({ reducedMotion: 'reduce' })
  const page = await context.newPage()
  page.setDefaultTimeout(45_000)
  await page.goto(`${created.body.links.public}?state=s8`)
  await screen(page, 'S-30')
  await page.getByRole('button', { name: 'Send the code' }).click()
  await page.locator('main[data-step=code]').waitFor()
  const { notices } = stage.server.app.services
  const [message] = await notices.mailbox(application.application, '+61491570006')
  await page.getByLabel('Code').fill(message?.text.slice(0, 6) ?? '')
  await page.getByRole('button', { name: 'Continue' }).click()
  await consent(page)
  await connect(page, 'AU00000', 'Wentworth-Smith', 'whislter')
  await screen(page, 'S-13')
  await done(page)
  await screen(page, 'S-15')
  await page.getByRole('button', { name: 'I have disclosed all my accounts' }).click()
  const query = await handedBack(page, stage.partner)
  expect([query.get('state'), query.get('result')]).toEqual(['s8', 'success'])
  expect((await application.call('GET', `/users/${person.userId}/auth_link`)).status).toBe(404)
  await context.close()
})
