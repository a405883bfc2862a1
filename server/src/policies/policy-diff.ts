import type { PolicyContent, PolicyPermission } from './policies.schemas.ts'

type Asked = Pick<PolicyPermission, 'scope' | 'required'>

/**
 * Whether two policies ask for different data: the set of (scope, required) differs (c&d §3.2). Purpose, duration and
 * texts do not count.
 */
export function scopesDiffer(one: readonly Asked[], other: readonly Asked[]): boolean {
  const keys = (permissions: readonly Asked[]) =>
    [...new Set(permissions.map(({ scope, required }) => `${scope} ${required}`))].sort().join()
  return keys(one) !== keys(other)
}

/** One member of the policy that changes. */
export interface PolicyChange {
  readonly field: keyof PolicyContent
  readonly from: unknown
  readonly to: unknown
}

export interface PolicyDiff {
  readonly scopes: {
    readonly added: readonly string[]
    readonly removed: readonly string[]
    readonly unchanged: readonly string[]
  }
  /** Scopes that are required now and were not, or the other way round. */
  readonly requiredChanged: readonly string[]
  /** Consents given before can be updated, not only extended. */
  readonly scopesDiffer: boolean
  readonly changes: readonly PolicyChange[]
}

/** What changes from one policy to another, member by member. */
export function diffPolicies(from: PolicyContent, to: PolicyContent): PolicyDiff {
  const before = new Map(from.permissions.map((one) => [one.scope, one.required]))
  const after = new Map(to.permissions.map((one) => [one.scope, one.required]))
  const fields = [...new Set([...Object.keys(from), ...Object.keys(to)])] as (keyof PolicyContent)[]
  return {
    scopes: {
      added: [...after.keys()].filter((scope) => !before.has(scope)),
      removed: [...before.keys()].filter((scope) => !after.has(scope)),
      unchanged: [...after.keys()].filter((scope) => before.has(scope)),
    },
    requiredChanged: [...after].flatMap(([scope, required]) =>
      before.has(scope) && before.get(scope) !== required ? [scope] : [],
    ),
    scopesDiffer: scopesDiffer(from.permissions, to.permissions),
    changes: fields.flatMap((field) =>
      JSON.stringify(from[field]) === JSON.stringify(to[field])
        ? []
        : [{ field, from: from[field] ?? null, to: to[field] ?? null }],
    ),
  }
}
