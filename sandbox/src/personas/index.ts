import { createBench } from './bench.ts'
import { createGavinBelson, createRichard } from './gavin-and-richard.ts'
import { createGilfoyle } from './gilfoyle.ts'
import { createAshMann, createLaurieBream } from './laurie-and-ash.ts'
import type { Persona } from './persona.ts'
import { createRefused } from './refused.ts'
import { createWentworthSmith } from './wentworth-smith.ts'
import { createJared, createWhistler } from './whistler-and-jared.ts'

/** Everybody who banks here, by login. `benchRows` adds the login that benches use. */
export const createPersonas = (options: { benchRows?: number } = {}): ReadonlyMap<string, Persona> => {
  const personas = [
    createWentworthSmith(),
    createWhistler(),
    createGilfoyle(),
    createGavinBelson(),
    createJared(),
    createRichard(),
    createLaurieBream(),
    createAshMann(),
    ...createRefused(),
    ...(options.benchRows === undefined ? [] : [createBench(options.benchRows)]),
  ]
  return new Map(personas.map((persona) => [persona.loginId, persona]))
}
