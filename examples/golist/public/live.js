// Asks for the page again while it shows a job that moves, and puts the new content in place of the old.
const main = document.querySelector('main')

async function again() {
  if (!main?.hasAttribute('data-live')) return
  try {
    const response = await fetch(location.href, { headers: { accept: 'text/html' } })
    const next = new DOMParser().parseFromString(await response.text(), 'text/html').querySelector('main')
    if (next !== null) {
      main.replaceChildren(...next.childNodes)
      main.toggleAttribute('data-live', next.hasAttribute('data-live'))
    }
  } catch {
    // The server is away for a moment; the next try finds it again.
  }
  setTimeout(again, 700)
}

setTimeout(again, 500)
