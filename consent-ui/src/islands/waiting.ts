/** S-01: the waiting cover after a form is sent, 300 ms late so that quick answers never flash it. */
export function startWaiting(): void {
  const cover = document.getElementById('waiting')
  let sent = false
  document.addEventListener('submit', (event) => {
    const form = event.target
    if (!(form instanceof HTMLFormElement) || event.defaultPrevented) return
    if (!navigator.onLine) {
      event.preventDefault()
      setOffline(true)
      return
    }
    if (form.method !== 'post') return
    // A second press while the first is on its way is dropped; the server would treat it as the same one anyway.
    if (sent) return event.preventDefault()
    sent = true
    setTimeout(() => {
      if (!cover || !sent) return
      cover.hidden = false
      const status = cover.querySelector('[role=status]')
      if (status) status.textContent = 'Loading'
    }, 300)
  })
  // A page taken from the back-forward cache must be usable again.
  window.addEventListener('pageshow', () => {
    sent = false
    if (cover) cover.hidden = true
  })
}

/** E-OFFLINE. Polling and the next submit try again by themselves once the browser is online. */
export function startOffline(): void {
  window.addEventListener('offline', () => setOffline(true))
  window.addEventListener('online', () => setOffline(false))
}

export function setOffline(offline: boolean): void {
  const banner = document.getElementById('offline')
  if (banner) banner.hidden = !offline
}
