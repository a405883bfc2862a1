import type { ComponentChildren } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { Document, type DocumentProps } from './parts/document.tsx'
import { Confirm, Login, Picker, UpdateLogin } from './screens/bank.tsx'
import { Consent } from './screens/consent.tsx'
import { ConnectionDetail, ConsentDetail } from './screens/details.tsx'
import { Ended, errorPages, FullPageError, HandBack, NotOffered } from './screens/ending.tsx'
import { Extend, Extended } from './screens/extend.tsx'
import { Failed } from './screens/failed.tsx'
import { Banks, Challenge, Connected, Progress } from './screens/job.tsx'
import { Link } from './screens/link.tsx'
import { Manage } from './screens/manage.tsx'
import { Disconnect, Stop, stopTitle } from './screens/stop.tsx'
import { Compare, Reconnect } from './screens/update.tsx'
import type { ConsentScreen, ManageView, PageContext, View } from './view.ts'

export { clientFolder } from './assets.ts'
export { institutionLogo } from './logo.ts'
export { fold, rank } from './search.ts'
export { defaultTheme, type Theme, themeStylesheet } from './theme.ts'
export * from './view.ts'

/** The whole HTML document of one screen. */
export function render(view: View, page: PageContext): string {
  const { body, ...frame } = layout(view, page)
  const document = (
    <Document page={page} screen={view.screen} {...frame}>
      {body}
    </Document>
  )
  return `<!doctype html>${renderToString(document)}`
}

/** Code of a full-page error, for the launch log. */
export const errorCode = (view: View): string | undefined =>
  view.screen in errorPages ? errorPages[view.screen as keyof typeof errorPages].code : undefined

/** Every text the consent screen shows, in order and without markup, to be kept with the consent. */
export function displayedTexts(view: ConsentScreen, page: PageContext): readonly string[] {
  return renderToString(<Consent view={view} page={page} />)
    .replace(/<(?!\/?(?:strong|q|span|time|a|code)\b)[^>]*>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .split('\n')
    .map((line) => unescapeHtml(line).trim())
    .filter((line) => line !== '')
}

const unescapeHtml = (text: string) =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')

type JobView = Extract<View, { screen: 'S-08' | 'S-09' | 'S-10' | 'S-13' | 'S-14' | 'S-15' }>
type Frame = Omit<DocumentProps, 'page' | 'screen' | 'children'>

function layout(view: View, page: PageContext): Frame & { body: ComponentChildren } {
  switch (view.screen) {
    case 'S-02':
    case 'S-25':
      return { title: view.title, stage: 'consent', leave: true, body: <Consent view={view} page={page} /> }
    case 'S-05':
      return {
        title: 'Choose your bank',
        stage: 'bank',
        leave: true,
        body: <Picker view={view} page={page} />,
      }
    case 'S-06':
      return {
        title: `Connect ${view.bank.name}`,
        stage: 'bank',
        leave: true,
        body: <Confirm view={view} page={page} />,
      }
    case 'S-07':
      return {
        title: `Log in to ${view.bank.name}`,
        stage: 'bank',
        leave: true,
        body: <Login view={view} page={page} />,
      }
    case 'S-08':
    case 'S-09':
    case 'S-10':
    case 'S-13':
    case 'S-14':
    case 'S-15':
      return jobLayout(view, page)
    case 'S-16':
    case 'S-17':
    case 'S-18':
    case 'S-19':
    case 'S-20':
    case 'S-21':
    case 'S-22':
    case 'S-23':
    case 'S-24':
    case 'S-26':
    case 'S-29':
    case 'S-30':
      return manageLayout(view, page)
    case 'not-offered':
      return { title: 'Not available here yet', body: <NotOffered view={view} page={page} /> }
    case 'hand-back':
      return { title: 'Going back', body: <HandBack view={view} page={page} /> }
    case 'ended':
      return { title: 'Finished', body: <Ended view={view} /> }
    default: {
      const copy = errorPages[view.screen]
      const poll = view.screen === 'E-DELETING' ? 5 : undefined
      return {
        title: copy.title,
        errorCode: copy.code,
        poll,
        body: <FullPageError view={view} page={page} />,
      }
    }
  }
}

/** From the login to the bank's answer. */
function jobLayout(view: JobView, page: PageContext): Frame & { body: ComponentChildren } {
  switch (view.screen) {
    case 'S-08':
      return {
        title: `Connecting to ${view.bank.name}`,
        stage: 'bank',
        leave: true,
        poll: 1,
        body: <Progress view={view} page={page} />,
      }
    case 'S-09':
    case 'S-10':
      return {
        title: challengeTitle(view.msLeft),
        stage: 'bank',
        leave: true,
        body: <Challenge view={view} page={page} />,
      }
    case 'S-13':
      return {
        title: 'Connected',
        stage: 'finish',
        poll: view.collecting ? 2 : undefined,
        body: <Connected view={view} page={page} />,
      }
    case 'S-14':
      return { title: 'Not connected', stage: 'bank', body: <Failed view={view} page={page} /> }
    case 'S-15':
      return {
        title: 'Your connected banks',
        stage: 'finish',
        poll: view.attempts.some((attempt) => attempt.state === 'in-progress') ? 2 : undefined,
        body: <Banks view={view} page={page} />,
      }
  }
}

/** The year after the first consent: manage, extend, update, fix. */
function manageLayout(view: ManageView, page: PageContext): Frame & { body: ComponentChildren } {
  switch (view.screen) {
    case 'S-16':
      return { title: 'Your data sharing', close: true, body: <Manage view={view} page={page} /> }
    case 'S-17':
    case 'S-21':
      return { title: 'Your consent', close: true, body: <ConsentDetail view={view} page={page} /> }
    case 'S-18':
      return {
        title: view.connection.bank.name,
        close: true,
        body: <ConnectionDetail view={view} page={page} />,
      }
    case 'S-19':
      return { title: stopTitle[view.step], step: view.step, body: <Stop view={view} page={page} /> }
    case 'S-20':
      return {
        title: `Disconnect ${view.bank.name}`,
        step: view.step,
        body: <Disconnect view={view} page={page} />,
      }
    case 'S-22':
      return { title: 'Extend your consent', leave: true, body: <Extend view={view} page={page} /> }
    case 'S-23':
      return { title: 'Consent extended', body: <Extended view={view} page={page} /> }
    case 'S-24':
      return {
        title: 'Review what changes',
        stage: 'consent',
        leave: true,
        body: <Compare view={view} page={page} />,
      }
    case 'S-26':
      return {
        title: 'Connect your banks again',
        stage: 'bank',
        leave: true,
        poll: view.banks.some((row) => row.state === 'in-progress') ? 2 : undefined,
        body: <Reconnect view={view} page={page} />,
      }
    case 'S-29':
      return {
        title: `Update your login for ${view.bank.name}`,
        leave: true,
        body: <UpdateLogin view={view} page={page} />,
      }
    case 'S-30':
      return { title: 'Make sure it is you', step: view.step, body: <Link view={view} page={page} /> }
  }
}

const challengeTitle = (msLeft: number) => (msLeft > 0 ? 'Security check' : 'Time ran out')
