import { accessProblems } from './access-problems.ts'
import { bankingProblems } from './banking-problems.ts'
import { peopleProblems } from './people-problems.ts'
import type { Problem } from './problem.ts'
import { webhookProblems } from './webhook-problems.ts'

/** Every error the API can answer with: code plus situation (core §9, settled 10). */
export const catalogue = {
  ...accessProblems,
  ...peopleProblems,
  ...bankingProblems,
  ...webhookProblems,
} as const satisfies Record<string, Problem>

export type ProblemName = keyof typeof catalogue
