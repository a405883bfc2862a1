import { describe, expect, it } from 'vitest'
import { bodyForDisplay, forDisplay, shortened } from './exchange.ts'
import { html } from './html.ts'

describe('what a page shows of an exchange', () => {
  it('shortens a token in an answer, and keeps the rest', () => {
    const { shown } = forDisplay({ access_token: `${'a'.repeat(200)}`, expires_in: 3600 })
    expect(shown).toEqual({ access_token: `${'a'.repeat(16)}…`, expires_in: 3600 })
  })

  it('shows the first rows of a long list and counts the others', () => {
    const { shown, leftOut } = forDisplay({ type: 'list', data: [1, 2, 3, 4, 5, 6], links: {} })
    expect(shown).toEqual({ type: 'list', data: [1, 2, 3], links: {} })
    expect(leftOut).toBe(3)
  })

  it('hides all of a short secret', () => {
    expect(shortened('1234')).toBe('…')
  })

  it('hides a password, and nothing else of a login', () => {
    expect(bodyForDisplay('{"loginId":"jared","password":"django"}')).toBe(
      '{"loginId":"jared","password":"d…"}',
    )
    expect(bodyForDisplay('scope=SERVER_ACCESS')).toBe('scope=SERVER_ACCESS')
  })

  it('hides answers to a challenge, quotes and commas in them included', () => {
    const body = JSON.stringify({ 'mfa-response': ['1234', 'a "b", c'] })
    expect(bodyForDisplay(body)).toBe('{"mfa-response":["1…","a…"]}')
  })
})

describe('html', () => {
  it('escapes values in text and attributes, and leaves its own markup alone', () => {
    const evil = `"><script>alert('x')</script>&`
    expect(html`<p title="${evil}">${[html`<b>${evil}</b>`, null, false, 3]}</p>`.markup).toBe(
      `<p title="&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;">` +
        `<b>&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;</b>3</p>`,
    )
  })
})
