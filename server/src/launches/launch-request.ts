import type { Application } from '../applications/applications.types.ts'
import type { LaunchAction, LaunchRequest } from './launches.types.ts'

/** Longest `state` that is returned (c&d §1.2). */
const longestState = 2_048

const actions: Readonly<Record<string, LaunchAction>> = {
  '': 'default',
  null: 'default',
  undefined: 'default',
  connect: 'connect',
  manage: 'manage',
  extend: 'extend',
  update: 'update',
  reauthorise: 'reauthorise',
  reauthorize: 'reauthorise',
  payment: 'payment',
  payments: 'payment',
}

export interface LaunchUrl {
  readonly token: string
  readonly userId: string | null
  /** An `action` that is none of ours: the default flow, and a warning in the log. */
  readonly unknownAction: string | null
  readonly stateTooLong: boolean
  read(application: Application, referer: string | undefined): LaunchRequest
}

/**
 * The launch URL, read leniently: a stray empty first parameter (`?&token=`), any order, case-sensitive names,
 * case-insensitive actions (c&d §1.1). The raw query is read here, because the frameworks' parsers differ on repeats;
 * the first value of a repeated name counts.
 */
export function readLaunchUrl(url: string): LaunchUrl {
  const query = new URLSearchParams(url.includes('?') ? url.slice(url.indexOf('?') + 1) : '')
  const value = (name: string) => {
    const text = query.get(name)
    return text === null || text === '' || text === 'null' || text === 'undefined' ? null : text
  }
  const action = (query.get('action') ?? '').trim().toLowerCase()
  const state = query.get('state')
  return {
    token: query.get('token') ?? '',
    userId: value('userId'),
    unknownAction: Object.hasOwn(actions, action) ? null : action.slice(0, 40),
    stateTooLong: state !== null && state.length > longestState,
    read: (application, referer) => ({
      action: Object.hasOwn(actions, action) ? (actions[action] ?? 'default') : 'default',
      institutionId: value('institutionId')?.slice(0, 64) ?? null,
      connectionId: value('connectionId')?.slice(0, 64) ?? null,
      state: state?.replaceAll('\0', '') ?? null,
      redirectUrl: allowedRedirect(application, value('redirect_uri') ?? value('redirectUrl')),
      origin: launchingOrigin(referer),
    }),
  }
}

/** Only a URL that equals a configured one counts; anything else is ignored, so there is no open redirect. */
function allowedRedirect({ settings }: Application, asked: string | null): string | null {
  if (asked === null) return null
  return asked === settings.redirectUrl || settings.extraRedirectUrls.includes(asked) ? asked : null
}

function launchingOrigin(referer: string | undefined): string | null {
  if (referer === undefined || !URL.canParse(referer)) return null
  const { protocol, origin } = new URL(referer)
  return protocol === 'https:' || protocol === 'http:' ? origin : null
}
