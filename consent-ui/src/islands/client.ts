/** The browser script: each part enhances what the server rendered and does nothing where its hook is absent. */
import { startBackGuard } from './back.ts'
import { startCountdown } from './countdown.ts'
import { startDialogs } from './dialogs.ts'
import { refineDays, startCopy, startFocus, startHandBack, startShowPassword } from './fields.ts'
import { startPolling } from './poll.ts'
import { startSearch } from './search.ts'
import { startOffline, startWaiting } from './waiting.ts'

startHandBack()
startDialogs()
startWaiting()
startOffline()
startSearch()
startCountdown()
startShowPassword()
startCopy()
startFocus()
refineDays(document)
startPolling()
startBackGuard()
