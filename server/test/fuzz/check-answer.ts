import type { Operation } from '../contract/openapi.ts'
import type { ApiAnswer } from '../harness.ts'

interface Envelope {
  readonly type: string
  readonly correlationId: string
  readonly data: ReadonlyArray<{ type: string; code: string; title: string; detail: string }>
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
/** Words of our inside that no answer may show. */
export const inside =
  /node_modules|\.(ts|js):\d+|\bat [\w.<>]+ \(|(Syntax|Type|Range|Reference|URI)Error|FST_ERR|[Kk]ysely|\bpglite|\bE(CONN|NOENT)|violates|relation "|syntax error/

/** What is wrong with an answer to a hostile request, or `undefined`. */
export function wrongWith(answer: ApiAnswer<unknown>, operation?: Operation): string | undefined {
  const { status, headers, text, body } = answer
  if (status >= 500) return `answers ${status}: ${text}`
  if (headers['access-control-allow-origin'] !== '*') return 'browsers cannot read it'
  if (status === 204)
    return text === '' && headers['content-type'] === undefined ? undefined : '204 with a body'
  if (!String(headers['content-type']).startsWith('application/json')) return `${headers['content-type']}`
  if (status >= 400) return wrongWithEnvelope(body as Envelope, text)
  const errors = operation?.errors(status, body)
  return errors?.length ? `does not fit its schema: ${JSON.stringify(errors.slice(0, 3))}` : undefined
}

function wrongWithEnvelope(body: Envelope, text: string): string | undefined {
  if (body?.type !== 'list' || !uuid.test(body.correlationId) || !(body.data?.length > 0))
    return `no envelope: ${text}`
  for (const { type, code, title, detail } of body.data) {
    if (
      type !== 'error' ||
      ![code, title, detail].every((word) => typeof word === 'string' && word.trim() !== '')
    )
      return `an empty word: ${text}`
  }
  return inside.test(text) ? `shows its inside: ${text}` : undefined
}
