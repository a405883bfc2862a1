import { describe, expect, it } from 'vitest'
import { AppError } from '../errors/app-error.ts'
import { parseObject } from './body.ts'

const read = (text: string) => parseObject(text, 'user-malformed')

describe('parseObject', () => {
  it('reads an object, whatever its characters', () => {
    expect(read('{"a":"zoë \\ud83d\\ude00 🙂","b":[1,{"c":null}]}')).toEqual({
      a: 'zoë 😀 🙂',
      b: [1, { c: null }],
    })
  })

  it('drops a prototype', () => {
    expect(Object.keys(read('{"__proto__":{"admin":true},"a":1}'))).toEqual(['a'])
  })

  it.each([
    ['no JSON', '{"a":'],
    ['an array', '[]'],
    ['a text', '"a"'],
    ['a NUL', '{"a":"\\u0000"}'],
    ['a NUL deep inside', '{"a":[{"b":"x\\u0000"}]}'],
    ['half a surrogate pair', '{"a":"\\ud800"}'],
    ['half a surrogate pair in a name', '{"\\udfff":1}'],
  ])('refuses %s', (_name, text) => {
    expect(() => read(text)).toThrow(AppError)
  })
})
