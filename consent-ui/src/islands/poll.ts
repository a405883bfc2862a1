import { refineDays } from './fields.ts'
import { setOffline } from './waiting.ts'

/**
 * Keeps a waiting page true: asks the server for the same page again, swaps the live parts, and reloads once the
 * screen has become another one. The server stays the only place that knows what to show.
 */
export function startPolling(): void {
  const main = document.querySelector<HTMLElement>('main[data-poll]')
  const seconds = Number(main?.dataset['poll'])
  if (!main || !(seconds > 0)) return
  const screen = main.dataset['screen']
  let failures = 0
  // Quick at first: most banks answer within a second.
  let wait = Math.min(0.25, seconds)

  const again = () => {
    setTimeout(ask, (wait + Math.min(failures, 8)) * 1000)
    wait = Math.min(wait * 2, seconds)
  }

  async function ask(): Promise<void> {
    // A page asked for while a dialog is open must not vanish under the reader.
    if (document.hidden || document.querySelector('dialog[open]')) return void again()
    try {
      const answer = await fetch(location.href, { headers: { accept: 'text/html' }, cache: 'no-store' })
      const next = new DOMParser().parseFromString(await answer.text(), 'text/html')
      failures = 0
      setOffline(false)
      const nextMain = next.querySelector<HTMLElement>('main')
      if (answer.redirected || nextMain?.dataset['screen'] !== screen) return location.replace(answer.url)
      swapLiveParts(next)
      if (nextMain?.dataset['poll'] === undefined) return
    } catch {
      failures += 1
      if (failures > 1) setOffline(true)
    }
    again()
  }

  again()
}

function swapLiveParts(next: Document): void {
  for (const part of document.querySelectorAll<HTMLElement>('[data-live]')) {
    const fresh = next.querySelector(`[data-live="${part.dataset['live']}"]`)
    if (!fresh || fresh.innerHTML === part.innerHTML) continue
    part.replaceChildren(...document.importNode(fresh, true).childNodes)
    refineDays(part)
  }
}
