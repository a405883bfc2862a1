import { rank } from '../search.ts'

/** Filters the bank list as one types; Enter opens the best match. */
export function startSearch(): void {
  const form = document.querySelector<HTMLFormElement>('[data-search]')
  const list = document.querySelector<HTMLElement>('[data-banks]')
  const input = form?.querySelector('input')
  if (!form || !list || !input) return
  const items = [...list.querySelectorAll('li')]
  const count = form.querySelector('[data-search-count]')
  const empty = document.querySelector<HTMLElement>('[data-no-banks]')
  form.querySelector<HTMLElement>('[data-search-button]')?.setAttribute('hidden', '')

  const show = () => {
    const query = input.value
    const found = items
      .map((item, order) => ({ item, order, rank: rank((item.dataset['names'] ?? '').split('|'), query) }))
      .filter((one) => one.rank !== null)
      .sort((a, b) => Number(a.rank) - Number(b.rank) || a.order - b.order)
    list.replaceChildren(...found.map((one) => one.item))
    if (empty) empty.hidden = found.length > 0
    if (count)
      count.textContent =
        query.trim() === '' ? '' : found.length === 1 ? '1 bank found' : `${found.length} banks found`
  }

  // With the server's own search in the address the list holds only its matches, so widening needs the server.
  if (input.defaultValue === '') {
    input.addEventListener('input', show)
    if (input.value !== '') show()
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      if (input.value.trim() !== '') list.querySelector('button')?.click()
    })
  }
  if (matchMedia('(pointer: fine) and (min-width: 600px)').matches) input.focus({ preventScroll: true })
}
