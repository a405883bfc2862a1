import { formatDay } from '../dates.ts'

/** Dates are rendered for Sydney; the browser knows the reader's own time zone. */
export function refineDays(root: ParentNode): void {
  for (const day of root.querySelectorAll<HTMLTimeElement>('time[data-day]')) {
    day.textContent = formatDay(day.dateTime, undefined)
  }
}

/** Adds a show/hide button to each secret field. */
export function startShowPassword(): void {
  for (const input of document.querySelectorAll<HTMLInputElement>('input[data-secret]')) {
    const label = document.querySelector(`label[for="${input.id}"]`)?.textContent ?? ''
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'show'
    const draw = () => {
      const hidden = input.type === 'password'
      button.textContent = hidden ? 'Show' : 'Hide'
      button.setAttribute('aria-label', `${hidden ? 'Show' : 'Hide'} ${label}`)
    }
    button.addEventListener('click', () => {
      input.type = input.type === 'password' ? 'text' : 'password'
      draw()
    })
    draw()
    input.after(button)
  }
}

export function startCopy(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
    if (!navigator.clipboard) continue
    button.hidden = false
    button.addEventListener('click', async () => {
      const text = document.getElementById(button.dataset['copy'] ?? '')?.textContent ?? ''
      await navigator.clipboard.writeText(text)
      button.textContent = 'Copied'
    })
  }
}

export function startFocus(): void {
  document.querySelector<HTMLElement>('[aria-invalid="true"], [data-focus]')?.focus()
}

/** Leaves for the partner as soon as the page is there, by a navigation of this origin. */
export function startHandBack(): void {
  const link = document.querySelector<HTMLAnchorElement>('a[data-hand-back]')
  if (link) location.replace(link.href)
}
