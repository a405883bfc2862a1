import { AppError } from '../errors/app-error.ts'

const json = /^(\*\/\*|application\/(\*|json|[\w.+-]+\+json))$/i

/** Anything that lets JSON through is fine; what excludes it is 400, not 406 (core §1.2). */
export function requireJsonAccepted(accept: string | undefined): void {
  if (accept === undefined || accept.trim() === '' || accept === '*/*') return
  const accepted = accept.split(',').some((entry) => {
    const [range = '', ...parameters] = entry.split(';').map((part) => part.trim())
    return json.test(range) && !parameters.some((parameter) => /^q=0(\.0*)?$/i.test(parameter))
  })
  if (!accepted) throw new AppError('accept-unsupported', { value: accept.slice(0, 100) })
}
