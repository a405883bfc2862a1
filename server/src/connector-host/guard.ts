import { ConnectorError } from '@banksia/connector-kit'

/** The part of pino's logger that reading a bank needs. */
export interface HostLogger {
  debug(fields: object, message: string): void
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
}

export interface GuardedCall {
  readonly institutionId: string
  readonly operation: string
  /** Fires when the whole job is over: then the error is the caller's own and says nothing of the bank. */
  readonly signal: AbortSignal
  readonly logger: HostLogger
  /** Milliseconds one call may take, 60 s unless told. */
  readonly timeoutMs?: number
}

const callTimeoutMs = 60_000

/**
 * Runs one call of a connector: timed, logged without a word the bank or the person said, and ending in a value or a
 * `ConnectorError`. A connector that throws anything else met something it was not written for.
 */
export async function guarded<Value>(
  call: GuardedCall,
  work: (signal: AbortSignal) => Promise<Value>,
): Promise<Value> {
  const { institutionId, operation, logger, timeoutMs = callTimeoutMs } = call
  const timeout = AbortSignal.timeout(timeoutMs)
  const started = performance.now()
  const facts = () => ({ institutionId, operation, ms: Math.round(performance.now() - started) })
  try {
    const value = await untilAborted(AbortSignal.any([call.signal, timeout]), work)
    logger.debug(facts(), 'institution answered')
    return value
  } catch (error) {
    call.signal.throwIfAborted()
    const known = timeout.aborted
      ? new ConnectorError('service-unavailable', { cause: error })
      : translate(error)
    report(logger, facts(), known)
    throw known
  }
}

/** The work's result, or a rejection as soon as `signal` fires, even if the work does not listen to it. */
async function untilAborted<Value>(
  signal: AbortSignal,
  work: (signal: AbortSignal) => Promise<Value>,
): Promise<Value> {
  signal.throwIfAborted()
  const { promise, reject } = Promise.withResolvers<never>()
  const onAbort = () => reject(signal.reason)
  signal.addEventListener('abort', onAbort, { once: true })
  try {
    return await Promise.race([work(signal), promise])
  } finally {
    signal.removeEventListener('abort', onAbort)
  }
}

function translate(error: unknown): ConnectorError {
  return error instanceof ConnectorError ? error : new ConnectorError('institution-changed', { cause: error })
}

function report(logger: HostLogger, facts: object, error: ConnectorError): void {
  const fields = { ...facts, kind: error.kind }
  if (error.kind === 'institution-changed') {
    logger.warn(
      { ...fields, outline: error.outline?.slice(0, 2_000), cause: causeName(error) },
      'an institution answered in a shape its connector does not know',
    )
  } else {
    logger.debug(fields, 'institution refused')
  }
}

/** The class of the cause alone: its message may quote a page. */
const causeName = (error: ConnectorError): string | undefined =>
  error.cause instanceof Error ? error.cause.name : undefined
