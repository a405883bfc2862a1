import { openDialog } from './dialogs.ts'

/**
 * The first step asks before the browser's Back leaves the flow, once: an extra history entry takes the first Back,
 * which opens M-CANCEL; the next Back leaves.
 */
export function startBackGuard(): void {
  if (!document.querySelector('[data-first-step]')) return
  if (history.state?.guard === undefined) {
    history.replaceState({ guard: 'passed' }, '')
    history.pushState({ guard: 'on' }, '')
  }
  window.addEventListener('popstate', () => {
    if (location.hash === '') openDialog('m-cancel')
  })
}
