import { describe, expect, it } from 'vitest'
import { cellOf, definitionOf, type RowsPlan, readRows } from './rows.ts'

const plan: RowsPlan = {
  row: 'tr',
  group: (tag, { id }) => (tag === 'table' ? id : undefined),
  isNext: (tag, { rel }) => tag === 'a' && rel === 'next',
}

describe('readRows', () => {
  it('reads the innermost elements of each row, by group, entities decoded and white space collapsed', () => {
    const { groups } = readRows(
      `<table id="a"><tr><td class="x y">Fish &amp;\n  Chips</td><td></td></tr>
       <tr><td>1</td><td><span class="z">Two</span> <span class="ref">R&#39;1</span></td></tr></table>
       <table id="b"></table><table><tr><td>outside</td></tr></table>`,
      plan,
    )
    expect([...groups.keys()]).toEqual(['a', 'b'])
    expect(groups.get('b')).toEqual([])
    expect(groups.get('a')?.map((row) => row.map((cell) => cell.text))).toEqual([
      ['Fish & Chips', ''],
      ['1', 'Two', "R'1"],
    ])
    expect(cellOf(groups.get('a')?.[0] ?? [], 'y')).toBe('Fish & Chips')
    expect(cellOf(groups.get('a')?.[0] ?? [], 'missing')).toBeUndefined()
  })

  it('puts a space where a line breaks', () => {
    const { groups } = readRows('<table id="a"><tr><td>one<br>two<br/>three</td></tr></table>', plan)
    expect(groups.get('a')?.[0]?.map((cell) => cell.text)).toEqual(['one two three'])
  })

  it('finds definitions by their label', () => {
    const list: RowsPlan = { ...plan, row: 'article', group: (tag) => (tag === 'section' ? tag : undefined) }
    const { groups } = readRows(
      '<section><article><h3>Cafe</h3><dl><dt>Date</dt><dd>3 May 2024</dd><dt>Empty</dt></dl></article></section>',
      list,
    )
    const row = groups.get('section')?.[0] ?? []
    expect(definitionOf(row, 'Date')).toBe('3 May 2024')
    expect(definitionOf(row, 'Empty')).toBeUndefined()
  })

  it('takes the first link to the next page, wherever it stands', () => {
    expect(readRows('<a rel="next" href="?a=1&amp;b=2">n</a><a rel="next" href="x">n</a>', plan).next).toBe(
      '?a=1&b=2',
    )
    expect(readRows('<a href="?a=1">n</a>', plan).next).toBeUndefined()
  })
})
