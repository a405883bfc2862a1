/** Time left to answer a challenge: text each second, screen readers every 30 s, and on expiry the server's page. */
export function startCountdown(): void {
  const root = document.querySelector<HTMLElement>('[data-countdown]')
  if (!root) return
  const total = Number(root.dataset['countdown'])
  const until = performance.now() + total
  const text = root.querySelector('[data-countdown-text]')
  const spoken = root.querySelector('[data-countdown-spoken]')
  const bar = root.querySelector<HTMLElement>('[data-countdown-bar]')
  let lastSpoken = -1

  const timer = setInterval(tick, 1000)
  tick()

  function tick(): void {
    const left = Math.max(0, Math.ceil((until - performance.now()) / 1000))
    const clock = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`
    if (text) text.textContent = `${clock} left to answer`
    if (bar) bar.style.width = `${(left * 100_000) / total}%`
    root?.classList.toggle('short', left <= 20)
    const thirty = Math.ceil(left / 30)
    if (spoken && lastSpoken !== -1 && thirty !== lastSpoken)
      spoken.textContent = `${left} seconds left to answer`
    lastSpoken = thirty
    if (left > 0) return
    clearInterval(timer)
    location.reload()
  }
}
