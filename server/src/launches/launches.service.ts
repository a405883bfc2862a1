import { themeStylesheet, type View } from '@banksia/consent-ui'
import type { Logger } from 'pino'
import type { ApplicationsService } from '../applications/applications.service.ts'
import type { Application } from '../applications/applications.types.ts'
import { inTransaction } from '../db/database.ts'
import { AppError } from '../errors/app-error.ts'
import { asId, type LaunchId, newId, type UserId } from '../ids.ts'
import type { TokenClaims } from '../tokens/jwt.ts'
import type { TokensService } from '../tokens/tokens.service.ts'
import { errorAnswer, type FlowDeps, resume } from './flow.ts'
import { cookieHeader, csrfMatches, csrfToken, hashSecret, newSecret, readCookie } from './launch-cookie.ts'
import { type LaunchUrl, readLaunchUrl } from './launch-request.ts'
import * as store from './launches.store.ts'
import type { Answer, Form, GivenFrom, Launch, LaunchContext } from './launches.types.ts'
import { manageSteps } from './manage-steps.ts'
import { lostPage, outsidePage, redirect } from './page-context.ts'
import { approveBank, showBank, showBanks, showLogin, submitLogin } from './step-bank.ts'
import { showConsent, submitConsent } from './step-consent.ts'
import { finish, showReturn, submitDone, submitLeave } from './step-end.ts'
import { showConnected, showJob, submitAnswer } from './step-job.ts'

/** Real minutes a launch lives: between 30 and 90, whatever its token does meanwhile (c&d §1.3). */
const launchMinutes = 60
/** Real days after which a launch's record goes. */
const keptDays = 30

export interface LaunchesDeps extends FlowDeps {
  readonly applications: Pick<ApplicationsService, 'get'>
  readonly tokens: Pick<TokensService, 'read' | 'identify'>
  readonly log: Logger
  /** Public origin of the Consent UI; cookies are `Secure` when it is https. */
  readonly consentUrl: string
}

/** A request to a launch, as the routes read it. */
export interface LaunchVisit {
  readonly launchId: string
  readonly cookie: string | undefined
  /** Correlation id, shown on error pages and found in the log. */
  readonly reference: string
}

export interface Started {
  readonly answer: Answer
  readonly cookie: string | null
}

export type LaunchesService = ReturnType<typeof createLaunchesService>

export function createLaunchesService(deps: LaunchesDeps) {
  const { db, clock, tokens, applications, ports, log, consentUrl } = deps
  const secure = consentUrl.startsWith('https:')

  /** Raw codes are for the log and the page's attributes, not for the person (c&d §1.5). */
  function logged(answer: Answer, about: Readonly<Record<string, string>>): Answer {
    if (answer.kind === 'page' && answer.code !== undefined) {
      log.info({ ...about, code: answer.code }, 'launch refused')
    }
    return answer
  }

  const refused = (view: View, reference: string, status: number): Started => ({
    answer: logged(outsidePage(view, reference, status), { correlationId: reference }),
    cookie: null,
  })

  /** E-TOKEN. A genuine token that is merely too old still says whose link it was, and so where to go back to. */
  async function expired(url: LaunchUrl, referer: string | undefined, reference: string): Promise<Started> {
    const view = { screen: 'E-TOKEN', retry: null } as const
    const known = await tokens.identify(url.token)
    if (!known) return refused(view, reference, 401)
    const { application } = known
    const { content } = await ports.policy(application)
    const answer = lostPage(application, content.brandName, url.read(application, referer), view, reference)
    return {
      answer: logged(answer, { applicationId: application.id, correlationId: reference }),
      cookie: null,
    }
  }

  async function open(
    application: Application,
    opening: Pick<Launch, 'userId' | 'request' | 'adviser'>,
  ): Promise<Started & { readonly launchId: LaunchId }> {
    const now = clock.real()
    const id = newId<LaunchId>()
    const secret = newSecret()
    await inTransaction(db, async (tx) => {
      await store.dropExpired(tx, application.id, new Date(now.getTime() - keptDays * 86_400_000))
      await store.insert(tx, {
        ...opening,
        applicationId: application.id,
        id,
        secretHash: hashSecret(secret),
        created: now,
        expiresAt: new Date(now.getTime() + launchMinutes * 60_000),
      })
    })
    const cookie = cookieHeader(
      { applicationId: application.id, id, secret },
      { secure, maxAgeSeconds: launchMinutes * 60 },
    )
    return { answer: redirect(`/flow/${id}`), cookie, launchId: id }
  }

  async function openUrl(
    application: Application,
    userId: UserId,
    claims: TokenClaims,
    url: string,
    referer?: string,
  ): Promise<Started> {
    const asked = readLaunchUrl(url)
    const request = asked.read(application, referer)
    const started = await open(application, { userId, request, adviser: adviserOf(claims) })
    if (asked.unknownAction !== null) {
      log.warn(
        { launchId: started.launchId, applicationId: application.id, action: asked.unknownAction },
        'unknown launch action',
      )
    }
    return started
  }

  /** The launch of a visit, or undefined when this browser has no such launch. */
  async function contextOf({ launchId, cookie, reference }: LaunchVisit): Promise<LaunchContext | undefined> {
    const id = asId<LaunchId>(launchId)
    const proof = readCookie(cookie)
    const application = proof && (await applications.get(proof.applicationId))
    if (!id || !application) return undefined
    const [launch, attempts] = await Promise.all([
      store.find(db, application.id, id, hashSecret(proof.secret)),
      store.attemptsOf(db, application.id, id),
    ])
    return (
      launch && {
        application,
        launch,
        attempts,
        csrf: csrfToken(proof.secret),
        path: `/flow/${id}`,
        reference,
      }
    )
  }

  async function inLaunch(
    visit: LaunchVisit,
    work: (context: LaunchContext) => Promise<Answer>,
  ): Promise<Answer> {
    const context = await contextOf(visit)
    const about = { launchId: visit.launchId.slice(0, 64), correlationId: visit.reference }
    if (!context) return logged(outsidePage({ screen: 'E-TOKEN', retry: null }, visit.reference, 401), about)
    try {
      const over = context.launch.expiresAt <= clock.real()
      const step = over ? errorAnswer(deps, context, { screen: 'E-TOKEN', retry: null }) : work(context)
      return logged(await step, about)
    } catch (error) {
      log.error({ err: error, ...about }, 'launch step failed')
      return errorAnswer(deps, context, { screen: 'E-500', retry: context.path })
    }
  }

  const show = (visit: LaunchVisit, step: (deps: FlowDeps, context: LaunchContext) => Promise<Answer>) =>
    inLaunch(visit, (context) => step(deps, context))

  /** A form: refused unless it carries the launch's anti-forgery token. */
  const submit = (visit: LaunchVisit, form: Form, step: (context: LaunchContext) => Promise<Answer>) =>
    inLaunch(visit, (context) =>
      csrfMatches(context.csrf, form.get('csrf'))
        ? step(context)
        : errorAnswer(deps, context, { screen: 'E-TOKEN', retry: context.path }),
    )

  return {
    /** A launch without a token, of a person who proved who they are in another way. */
    open,

    /** `GET /home`: token in, launch record and cookie out; the token does not stay in the address bar (c&d §1.3). */
    async start(url: string, referer: string | undefined, reference: string): Promise<Started> {
      const launch = readLaunchUrl(url)
      const read = await tokens.read(launch.token).catch((error: unknown) => {
        if (error instanceof AppError && error.status < 500) return undefined
        throw error
      })
      if (!read) return expired(launch, referer, reference)
      const { claims, application } = read
      if (claims.scope !== 'CLIENT_ACCESS') {
        log.warn(
          { applicationId: application.id, correlationId: reference },
          'a server token was exposed in a browser URL',
        )
        return refused({ screen: 'E-SCOPE', retry: null }, reference, 403)
      }
      const userId = asId<UserId>(claims.userid ?? '')
      if (!userId) return refused({ screen: 'E-ATTR', retry: null }, reference, 403)
      if (launch.stateTooLong || (launch.userId !== null && launch.userId.toLowerCase() !== userId)) {
        return refused({ screen: 'E-PARAM', retry: null }, reference, 400)
      }
      if (!(await ports.userExists(application, userId)))
        return refused({ screen: 'E-TOKEN', retry: null }, reference, 401)
      return openUrl(application, userId, claims, url, referer)
    },

    /**
     * Stylesheet with the appearance of the launch's application. What Customise UI will store is not there yet, so it
     * is the default one.
     */
    async theme(visit: LaunchVisit): Promise<string | undefined> {
      const context = await contextOf(visit)
      return context && themeStylesheet({})
    },

    ...manageSteps(deps, inLaunch, submit),

    unknownStep: (visit: LaunchVisit) =>
      inLaunch(visit, (it) => errorAnswer(deps, it, { screen: 'E-404', retry: it.path })),
    resume: (visit: LaunchVisit) => show(visit, resume),
    consent: (visit: LaunchVisit, changed: boolean) =>
      inLaunch(visit, (it) => showConsent(deps, it, changed)),
    banks: (visit: LaunchVisit, query: string) => inLaunch(visit, (it) => showBanks(deps, it, query)),
    bank: (visit: LaunchVisit, id: string | null) => inLaunch(visit, (it) => showBank(deps, it, id)),
    login: (visit: LaunchVisit, id: string) => inLaunch(visit, (it) => showLogin(deps, it, id)),
    job: (visit: LaunchVisit, id: string, asked: Parameters<typeof showJob>[3]) =>
      inLaunch(visit, (it) => showJob(deps, it, id, asked)),
    connected: (visit: LaunchVisit) => show(visit, showConnected),
    finish: (visit: LaunchVisit) => show(visit, finish),
    handBack: (visit: LaunchVisit) => show(visit, showReturn),

    giveConsent: (visit: LaunchVisit, form: Form, from: GivenFrom) =>
      submit(visit, form, (it) => submitConsent(deps, it, form, from)),
    approveBank: (visit: LaunchVisit, form: Form) => submit(visit, form, (it) => approveBank(deps, it, form)),
    submitLogin: (visit: LaunchVisit, id: string, form: Form) =>
      submit(visit, form, (it) => submitLogin(deps, it, id, form)),
    submitAnswer: (visit: LaunchVisit, id: string, form: Form) =>
      submit(visit, form, (it) => submitAnswer(deps, it, id, form)),
    done: (visit: LaunchVisit, form: Form) => submit(visit, form, (it) => submitDone(deps, it, form)),
    leave: (visit: LaunchVisit, form: Form) => submit(visit, form, (it) => submitLeave(deps, it, form)),
  }
}

function adviserOf({ orgName, orgRefID, orgRefType, orgType, abnAcn }: TokenClaims) {
  if (orgName === undefined || orgRefID === undefined || orgRefType === undefined || orgType === undefined)
    return null
  return { orgName, orgRefID, orgRefType, orgType, ...(abnAcn !== undefined && { abnAcn }) }
}
