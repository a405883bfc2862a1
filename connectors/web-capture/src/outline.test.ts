import { describe, expect, it } from 'vitest'
import { outline } from './outline.ts'
import { parsePage } from './page.ts'

describe('outline', () => {
  it('names elements and attributes and counts equal neighbours', () => {
    const page = parsePage(
      '<main class="x"><p>a</p><p>b</p> <form method="post" action="/p"><input name="q"></form></main>',
    )
    expect(outline(page)).toBe('main[class](p*2 form[action,method](input[name]))')
  })

  it('holds no text, no comment, no script and no value', () => {
    const page = parsePage(
      '<!-- Secret --><title>Secret</title><script>Secret</script><p id="Secret" data-x="Secret" Secret4929="1">Secret</p><secret-4929-1234-5678-9999>x</secret-4929-1234-5678-9999>',
    )
    expect(outline(page)).not.toMatch(/secret4929|Secret|4929-1234-5678/)
    expect(outline(page)).toContain('p[data-x,id]')
  })

  it('stays within 2 kB for a large page and ends for a deep one', () => {
    const large = Array.from({ length: 900 }, (_, index) => `<p data-${'abc'[index % 3]}="x">x</p>`).join('')
    expect(outline(parsePage(large)).length).toBeLessThanOrEqual(2_000)
    expect(outline(parsePage('<div>'.repeat(20_000))).length).toBeLessThanOrEqual(2_000)
  })
})
