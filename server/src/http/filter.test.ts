import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AppError } from '../errors/app-error.ts'
import { type Clause, clauseHolds, type FilterSpec, parseFilter } from './filter.ts'
import { dayBounds, touchesDay } from './filter-dates.ts'

const spec = {
  'account.id': { conditions: ['eq'], kind: 'id' },
  'institution.id': { conditions: ['eq'], kind: 'text' },
  'connector.method': {
    conditions: ['eq'],
    kind: 'text',
    values: ['web', 'open-banking'],
    synonyms: { openbanking: 'open-banking' },
  },
  'connector.connectorCategory': { conditions: ['eq'], kind: 'text', aliases: ['connector.connectorEngine'] },
  'user.email': { conditions: ['eq'], kind: 'contact' },
  'transaction.postDate': { conditions: ['eq', 'bt', 'gt', 'gteq', 'lt', 'lteq'], kind: 'date' },
} as const satisfies FilterSpec

const parse = (raw: unknown) => parseFilter(raw, spec)
const problemOf = (raw: unknown): string => {
  try {
    parse(raw)
  } catch (error) {
    return error instanceof AppError ? error.problem : `not an AppError: ${error}`
  }
  return 'accepted'
}
const aClause = (condition: Clause['condition'], ...values: [string, ...string[]]): Clause => ({
  property: 'transaction.postDate',
  condition,
  values,
})

describe('parseFilter', () => {
  it('has no clause for a missing or empty filter', () => {
    for (const raw of [undefined, null, '', '  ', [], ['', '']]) expect(parse(raw)).toEqual([])
  })

  it('reads single-quoted, double-quoted and bare values alike', () => {
    const expected = [{ property: 'institution.id', condition: 'eq', values: ['AU00000'] }]
    for (const value of ["'AU00000'", '"AU00000"', 'AU00000', " 'AU00000' ", ' AU00000 ', "' AU00000 '"]) {
      expect(parse(`institution.id.eq(${value})`), value).toEqual(expected)
    }
  })

  it('accepts a value that was encoded once too often', () => {
    expect(parse('institution.id.eq%28%27AU00000%27%29')).toEqual(parse("institution.id.eq('AU00000')"))
  })

  it('takes blanks and plus signs between statements for blanks', () => {
    const two = parse("institution.id.eq('AU00000'),account.id.eq('a')")
    expect(two).toHaveLength(2)
    expect(parse("institution.id.eq('AU00000'),  account.id.eq('a') ")).toEqual(two)
    expect(parse("+institution.id.eq('AU00000'),+account.id.eq('a')+")).toEqual(two)
  })

  it('joins repeated parameters with "and"', () => {
    expect(parse(["institution.id.eq('AU00000')", '', "account.id.eq('a')"])).toEqual(
      parse("institution.id.eq('AU00000'),account.id.eq('a')"),
    )
  })

  it('splits at commas outside quotes and parentheses only', () => {
    expect(parse("institution.id.in('a,b)','c')")[0]?.values).toEqual(['a,b)', 'c'])
    expect(parse("institution.id.eq('O'Brien, Pty (Ltd)')")[0]?.values).toEqual(["O'Brien, Pty (Ltd)"])
  })

  it('takes || for any of, whatever the quotes', () => {
    const any = [{ property: 'connector.method', condition: 'in', values: ['web', 'open-banking'] }]
    expect(parse("connector.method.eq('web'||'open-banking')")).toEqual(any)
    expect(parse("connector.method.eq('web' || 'openbanking')")).toEqual(any)
    expect(parse('connector.method.in(web,open-banking)')).toEqual(any)
    expect(problemOf("connector.method.in('web'||'open-banking','web')")).toBe('filter-invalid')
  })

  it('accepts ne and in wherever eq is, and nothing else there', () => {
    expect(parse("institution.id.ne('x')")[0]?.condition).toBe('ne')
    expect(parse("institution.id.in('x')")[0]?.condition).toBe('in')
    for (const condition of ['bt', 'gt', 'gteq', 'lt', 'lteq', 'like', 'EQ', 'constructor']) {
      expect(problemOf(`institution.id.${condition}('x','y')`), condition).toBe('filter-invalid')
    }
  })

  it('knows aliases of properties and other spellings of values', () => {
    expect(parse("connector.connectorEngine.eq('x')")[0]?.property).toBe('connector.connectorCategory')
    expect(parse("connector.method.eq('openbanking')")[0]?.values).toEqual(['open-banking'])
  })

  it('reads a blank in an e-mail address as the plus sign that was not encoded', () => {
    expect(parse("user.email.eq('a b@example.com')")[0]?.values).toEqual(['a+b@example.com'])
  })

  it('lowers the case of ids', () => {
    expect(parse("account.id.eq('4F0E')")[0]?.values).toEqual(['4f0e'])
  })

  it('takes the pair of bt in two pairs of quotes or in one', () => {
    const between = [aClause('bt', '2024-01-01', '2024-01-31')]
    expect(parse("transaction.postDate.bt('2024-01-01','2024-01-31')")).toEqual(between)
    expect(parse("transaction.postDate.bt('2024-01-01,2024-01-31')")).toEqual(between)
    expect(parse('transaction.postDate.bt(2024-01-01, 2024-01-31)')).toEqual(between)
    for (const args of [
      "'2024-01-01'",
      "'2024-01-01','2024-01-02','2024-01-03'",
      "'2024-01-01'||'2024-01-02'",
    ]) {
      expect(problemOf(`transaction.postDate.bt(${args})`), args).toBe('filter-invalid')
    }
  })

  it('reads timestamps as instants, in UTC unless they name a zone', () => {
    const operandOf = (text: string) => parse(`transaction.postDate.gt('${text}')`)[0]?.values[0]
    expect(operandOf('2024-05-02T10:00:00Z')).toBe('2024-05-02T10:00:00.000Z')
    expect(operandOf('2024-05-02T10:00:00.5')).toBe('2024-05-02T10:00:00.500Z')
    expect(operandOf('2024-05-02T10:00:00+10:00')).toBe('2024-05-02T00:00:00.000Z')
    expect(operandOf('2024-05-02T10:00:00 10:00')).toBe('2024-05-02T00:00:00.000Z')
  })

  it('refuses what is no date', () => {
    for (const text of [
      '2024-02-30',
      '0000-01-01',
      'yesterday',
      '',
      '2024-13-01',
      '2024-5-2',
      '2024-05-02T25:00:00Z',
    ]) {
      expect(problemOf(`transaction.postDate.eq('${text}')`), text).toBe('post-date-invalid')
    }
  })

  it('refuses unknown properties, wrong enum values and broken syntax', () => {
    const wrong = [
      "transaction.nothing.eq('x')",
      "__proto__.eq('x')",
      "toString.eq('x')",
      "connector.method.eq('paper')",
      "connector.method.eq('constructor')",
      "institution.id.eq('AU00000'",
      "institution.id.eq'AU00000')",
      'institution.id.eq()',
      "institution.id.eq('a','b')",
      "institution.id.eq('AU00000'))",
      "institution.id.eq('AU00000'),",
      ",institution.id.eq('AU00000')",
      "institution.id.eq('A') OR institution.id.eq('B'), account.id.eq('C')",
      'institution.id',
      "institution.id.eq('\0')",
      `institution.id.eq('${'x'.repeat(10_000)}')`,
      'x'.repeat(10_000),
      '('.repeat(10_000),
      "'".repeat(10_000),
      'a.'.repeat(5_000),
      '%28'.repeat(3_000),
      '%28%ZZ',
      { filter: 'x' },
      7,
    ]
    for (const raw of wrong) expect(problemOf(raw), String(raw).slice(0, 60)).toBe('filter-invalid')
  })

  it('answers anything with clauses or a refusal, and quickly', () => {
    const pieces = fc.constantFrom(
      ...[
        "institution.id.eq('A')",
        'transaction.postDate.bt',
        '(',
        ')',
        ',',
        "'",
        '"',
        '||',
        '.',
        '\0',
        ' ',
        '+',
        '%28',
        'é',
      ],
    )
    const junk = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 400 }),
      fc.array(pieces).map((parts) => parts.join('')),
    )
    fc.assert(
      fc.property(fc.oneof(junk, fc.array(junk, { maxLength: 4 })), (raw) => {
        expect(['accepted', 'filter-invalid', 'post-date-invalid']).toContain(problemOf(raw))
      }),
      { numRuns: 500 },
    )
    const started = performance.now()
    for (const unit of ["' ", "','", '" ,', 'a.a', "a.eq('", '||', "'||'", ' ('])
      problemOf(unit.repeat(5_000))
    expect(performance.now() - started).toBeLessThan(1_000)
  })

  it('reads back whatever values were written into it', () => {
    const text = fc
      .string({ minLength: 1, maxLength: 40 })
      .filter((value) => !/['"\0]/.test(value) && value.trim() === value)
    fc.assert(
      fc.property(
        fc.array(text, { minLength: 1, maxLength: 5 }),
        fc.constantFrom("'", '"'),
        (values, quote) => {
          const args = values.map((value) => `${quote}${value}${quote}`).join(', ')
          expect(parse(`institution.id.in(${args})`)).toEqual([
            { property: 'institution.id', condition: 'in', values },
          ])
        },
      ),
    )
  })
})

describe('clauseHolds', () => {
  it('is any of the values, or none of them for ne', () => {
    expect(clauseHolds({ property: 'p', condition: 'in', values: ['a', 'b'] }, 'b')).toBe(true)
    expect(clauseHolds({ property: 'p', condition: 'ne', values: ['a', 'b'] }, 'b')).toBe(false)
    expect(clauseHolds({ property: 'p', condition: 'ne', values: ['a', 'b'] }, 'c')).toBe(true)
  })
})

describe('dayBounds', () => {
  const operators: Record<string, (a: string, b: string) => boolean> = {
    '=': (a, b) => a === b,
    '<>': (a, b) => a !== b,
    '<': (a, b) => a < b,
    '<=': (a, b) => a <= b,
    '>': (a, b) => a > b,
    '>=': (a, b) => a >= b,
  }
  const finds = (clause: Clause, day: string) =>
    dayBounds(clause).some((bounds) => bounds.every((bound) => operators[bound.operator]?.(day, bound.day)))

  it('compares plain dates by the calendar day, both ends of bt included', () => {
    const days = ['2024-05-01', '2024-05-02', '2024-05-03']
    const found = (clause: Clause) => days.filter((day) => finds(clause, day))
    expect(found(aClause('eq', '2024-05-02'))).toEqual(['2024-05-02'])
    expect(found(aClause('ne', '2024-05-02'))).toEqual(['2024-05-01', '2024-05-03'])
    expect(found(aClause('in', '2024-05-01', '2024-05-03'))).toEqual(['2024-05-01', '2024-05-03'])
    expect(found(aClause('bt', '2024-05-01', '2024-05-02'))).toEqual(['2024-05-01', '2024-05-02'])
    expect(found(aClause('gt', '2024-05-02'))).toEqual(['2024-05-03'])
    expect(found(aClause('gteq', '2024-05-02'))).toEqual(['2024-05-02', '2024-05-03'])
    expect(found(aClause('lt', '2024-05-02'))).toEqual(['2024-05-01'])
    expect(found(aClause('lteq', '2024-05-02'))).toEqual(['2024-05-01', '2024-05-02'])
  })

  it('compares timestamps with the midnight a row stands at', () => {
    const day = fc.integer({ min: 0, max: 4 }).map((n) => `2024-05-0${n + 1}`)
    const instant = fc
      .date({
        min: new Date('2024-05-01T00:00:00Z'),
        max: new Date('2024-05-05T00:00:00Z'),
        noInvalidDate: true,
      })
      .map((date) => date.toISOString())
    const compare: Record<string, (row: number, value: number) => boolean> = {
      eq: (row, value) => row === value,
      ne: (row, value) => row !== value,
      gt: (row, value) => row > value,
      gteq: (row, value) => row >= value,
      lt: (row, value) => row < value,
      lteq: (row, value) => row <= value,
    }
    const names = ['eq', 'ne', 'gt', 'gteq', 'lt', 'lteq'] as const
    fc.assert(
      fc.property(day, instant, fc.constantFrom(...names), (row, value, condition) => {
        const expected = compare[condition]?.(Date.parse(`${row}T00:00:00Z`), Date.parse(value))
        expect(finds(aClause(condition, value), row)).toBe(expected)
      }),
    )
  })
})

describe('touchesDay', () => {
  it('holds for every day that has a moment of the range', () => {
    expect(touchesDay(aClause('gt', '2024-05-02'), '2024-05-02')).toBe(false)
    expect(touchesDay(aClause('gt', '2024-05-02T10:00:00.000Z'), '2024-05-02')).toBe(true)
    expect(touchesDay(aClause('lt', '2024-05-02'), '2024-05-02')).toBe(false)
    expect(touchesDay(aClause('lt', '2024-05-02T10:00:00.000Z'), '2024-05-02')).toBe(true)
    expect(touchesDay(aClause('bt', '2024-05-01', '2024-05-03'), '2024-05-03')).toBe(true)
    expect(touchesDay(aClause('lteq', '2024-05-01'), '2024-05-02')).toBe(false)
  })
})
