import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aTransaction } from '../../test/data.ts'
import { newId, type TransactionId } from '../ids.ts'
import { blockSize, idLength, idOffset, packRows, rowFragment } from './transaction-blocks.ts'

describe('packRows', () => {
  const fragments = fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 3_000 }), {
    maxLength: 40,
  })

  it('gives every fragment back from its place, old blocks untouched', () => {
    const open = fc.option(fc.string({ maxLength: blockSize - 1 }), { nil: undefined })
    fc.assert(
      fc.property(fragments, open, (texts, before) => {
        const opened = before === undefined ? undefined : { number: 7, plain: Buffer.from(before) }
        const { places, blocks } = packRows(texts, 9, opened)
        const plain = new Map(blocks.map(({ number, plain: bytes }) => [number, bytes]))
        expect(plain.size).toBe(blocks.length)
        expect(places.map(({ block, start, end }) => plain.get(block)?.toString('utf8', start, end))).toEqual(
          texts,
        )
        if (opened && texts.length > 0)
          expect(plain.get(7)?.subarray(0, opened.plain.length)).toEqual(opened.plain)
        for (const { plain: bytes } of blocks.slice(0, -1))
          expect(bytes.length).toBeGreaterThanOrEqual(blockSize)
      }),
    )
  })
})

describe('rowFragment', () => {
  it('has the id where a page looks for it, whatever the bank says', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (description) => {
        const id = newId<TransactionId>()
        const bytes = Buffer.from(rowFragment(id, aTransaction({ description })))
        expect(bytes.toString('utf8', idOffset, idOffset + idLength)).toBe(id)
        expect(JSON.parse(`${bytes}}`)).toMatchObject({ id, description: description.toWellFormed() })
      }),
    )
  })
})
