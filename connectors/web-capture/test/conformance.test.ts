import { conformance } from '@banksia/connector-kit/conformance'
import { describe, it } from 'vitest'
import { connectors } from '../src/index.ts'
import { fixturesFor, useSandboxBanks } from './sandbox.ts'

const banks = useSandboxBanks()

for (const connector of connectors) conformance(connector, fixturesFor(connector, banks), { describe, it })
