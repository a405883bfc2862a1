import type { Connector } from '@banksia/connector-kit'
import { hooli } from './banks/hooli/index.ts'
import { hooliGov } from './banks/hooli-gov/index.ts'
import { nucleus } from './banks/nucleus/index.ts'
import { piedPiper } from './banks/pied-piper/index.ts'

/** Every institution that is read by web capture. A new bank is a folder in `banks/` and a line here. */
export const connectors: readonly Connector[] = [hooli, piedPiper, nucleus, hooliGov]
