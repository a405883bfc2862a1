/** Opens `<dialog>`s as real modals: focus is kept inside, Esc closes, focus returns to the opener. */
export function startDialogs(): void {
  for (const opener of document.querySelectorAll('a[data-dialog]')) {
    opener.setAttribute('role', 'button')
    opener.setAttribute('aria-haspopup', 'dialog')
  }
  document.addEventListener('click', (event) => {
    const target = event.target instanceof Element ? event.target : null
    const opener = target?.closest<HTMLElement>('[data-dialog]')
    if (opener) {
      event.preventDefault()
      openDialog(opener.dataset['dialog'] ?? '', opener)
      return
    }
    const closer = target?.closest('[data-close]')
    const dialog = (closer ?? target)?.closest('dialog')
    // A click on the dialog element itself is a click on its backdrop.
    if (dialog && (closer || target === dialog)) {
      event.preventDefault()
      dialog.close()
    }
  })
  // Anchors that act as buttons answer to the space bar as buttons do.
  document.addEventListener('keydown', (event) => {
    const target = event.target
    if (
      event.key !== ' ' ||
      !(target instanceof HTMLAnchorElement) ||
      target.getAttribute('role') !== 'button'
    )
      return
    event.preventDefault()
    target.click()
  })
}

export function openDialog(id: string, opener?: HTMLElement): void {
  const dialog = document.getElementById(id)
  if (!(dialog instanceof HTMLDialogElement) || dialog.open) return
  dialog.showModal()
  dialog.addEventListener('close', () => opener?.focus(), { once: true })
}
