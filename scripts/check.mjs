// Everything that can be said about the code without running the product.
import { node, requirePinnedNode, runStages } from './stages.mjs'

requirePinnedNode()
await runStages('check', [
  { name: 'types', run: () => node(['node_modules/typescript-7/bin/tsc', '-p', 'tsconfig.json']) },
  {
    name: 'lint and format',
    run: () => node(['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.']),
  },
  {
    name: 'architecture',
    run: () => node(['node_modules/vitest/vitest.mjs', 'run', '--project', 'architecture']),
  },
  { name: 'generated files are fresh', run: () => node(['server/scripts/generate.ts', '--check']) },
])
