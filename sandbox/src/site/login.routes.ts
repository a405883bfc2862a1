import type { FastifyInstance } from 'fastify'
import type { ChallengePlan, Persona } from '../personas/persona.ts'
import type { World } from '../worlds.ts'
import { type Bank, type ChallengeView, linkTo } from './bank.ts'
import { acceptFirst, codePrompt, endings, questionsPrompt, wrongAnswer, wrongLogin } from './messages.ts'
import type { Stage } from './sessions.ts'
import type { SiteHandlers } from './site.ts'
import {
  goTo,
  goToLogin,
  type SiteDeps,
  send,
  sendMessage,
  setCookie,
  shellOf,
  text,
  type Visit,
} from './visit.ts'

/** The third wrong answer ends the session. */
const mostWrongAnswers = 3

/** Whether this right password is followed by a challenge. The first, third, fifth… are, at the intermittent banks. */
const challengesNow = (bank: Bank, world: World, loginId: string): boolean => {
  const before = world.countLogin(bank.id, loginId)
  switch (bank.challenges) {
    case 'never':
      return false
    case 'always':
      return true
    case 'every-second-login':
      return before % 2 === 0
  }
}

const questionsOf = (plan: ChallengePlan) => (plan.method === 'code' ? [plan.question] : plan.questions)

const challengeView = (deps: SiteDeps, visit: Visit, persona: Persona, alert?: string): ChallengeView => ({
  token: deps.sessions.formToken(visit.cookie),
  prompt: persona.challenge.method === 'code' ? codePrompt(persona.person.phone) : questionsPrompt,
  labels: questionsOf(persona.challenge).map(({ label }) => label),
  ...(alert === undefined ? {} : { alert }),
})

/** Trimmed; capitals matter. `bank-id` stands for the id of the bank that asks. */
const isRight = (bank: Bank, plan: ChallengePlan, answers: readonly string[]): boolean =>
  questionsOf(plan).every((question, index) =>
    question.answers.some((answer) => (answer === 'bank-id' ? bank.id : answer) === answers[index]),
  )

const registerLogin = (app: FastifyInstance, deps: SiteDeps, bank: Bank, handlers: SiteHandlers): void => {
  app.get(
    linkTo(bank, bank.paths.login),
    handlers.open((visit, reply) => {
      const status = endings[text(visit.query, 'ended')]
      const token = deps.sessions.formToken(visit.cookie)
      return send(
        setCookie(reply, bank, visit.cookie),
        bank.pages.login({ token, ...(status === undefined ? {} : { status }) }),
      )
    }),
  )

  app.post(
    linkTo(bank, bank.paths.login),
    handlers.form((visit, reply) => {
      const loginId = text(visit.form, bank.fields.loginId)
      const persona = deps.personas.get(loginId)
      if (persona === undefined || persona.password !== text(visit.form, bank.fields.password)) {
        const token = deps.sessions.formToken(visit.cookie)
        return send(reply, bank.pages.login({ token, loginId, alert: wrongLogin }))
      }
      if (persona.refusal === 'locked') return goTo(reply, bank, bank.paths.locked)
      if (persona.refusal === 'unavailable') return sendMessage(reply, bank, 'unavailable', 503)
      const start = (stage: Stage): void => {
        deps.sessions.end(visit.cookie)
        const session = deps.sessions.start(
          { bank: bank.id, world: visit.world.name, loginId, stage },
          visit.instant,
        )
        setCookie(reply, bank, session.id)
      }
      if (persona.refusal === 'notice') {
        start('notice')
        return goTo(reply, bank, bank.paths.notice)
      }
      const challenged = challengesNow(bank, visit.world, loginId)
      start(challenged ? 'challenge' : 'open')
      const path = challenged ? bank.paths[persona.challenge.method] : undefined
      return goTo(reply, bank, path ?? bank.paths.accounts)
    }),
  )
}

const registerChallenge = (
  app: FastifyInstance,
  deps: SiteDeps,
  bank: Bank,
  handlers: SiteHandlers,
  method: ChallengePlan['method'],
): void => {
  const path = bank.paths[method]
  const { challenge } = bank.pages
  if (path === undefined || challenge === undefined) return

  app.get(
    linkTo(bank, path),
    handlers.inside('challenge', (visit, reply, persona) =>
      persona.challenge.method === method
        ? send(reply, challenge(method, challengeView(deps, visit, persona)))
        : sendMessage(reply, bank, 'not-found', 404),
    ),
  )

  app.post(
    linkTo(bank, path),
    handlers.insideForm('challenge', (visit, reply, persona, session) => {
      if (persona.challenge.method !== method) return sendMessage(reply, bank, 'not-found', 404)
      const names = bank.fields.answers[method].slice(0, questionsOf(persona.challenge).length)
      const answers = names.map((name) => text(visit.form, name).trim())
      if (isRight(bank, persona.challenge, answers)) {
        deps.sessions.change({ ...session, seenAt: visit.instant.getTime() }, { stage: 'open' })
        return goTo(reply, bank, bank.paths.accounts)
      }
      const wrongAnswers = session.wrongAnswers + 1
      if (wrongAnswers >= mostWrongAnswers) {
        deps.sessions.end(session.id)
        return goToLogin(reply, bank, 'answers')
      }
      deps.sessions.change(session, { wrongAnswers })
      return send(reply, challenge(method, challengeView(deps, visit, persona, wrongAnswer)))
    }),
  )
}

const registerNotice = (app: FastifyInstance, deps: SiteDeps, bank: Bank, handlers: SiteHandlers): void => {
  app.get(
    linkTo(bank, bank.paths.notice),
    handlers.inside('notice', (visit, reply, persona) =>
      send(reply, bank.pages.notice(shellOf(deps, visit, persona))),
    ),
  )

  app.post(
    linkTo(bank, bank.paths.notice),
    handlers.insideForm('notice', (visit, reply, persona, session) => {
      if (text(visit.form, bank.fields.accept) !== 'yes') {
        return send(reply, bank.pages.notice(shellOf(deps, visit, persona), acceptFirst))
      }
      deps.sessions.change(session, { stage: 'open' })
      return goTo(reply, bank, bank.paths.accounts)
    }),
  )
}

/** Everything up to the account list. */
export const registerLoginRoutes = (
  app: FastifyInstance,
  deps: SiteDeps,
  bank: Bank,
  handlers: SiteHandlers,
): void => {
  registerLogin(app, deps, bank, handlers)
  registerChallenge(app, deps, bank, handlers, 'code')
  registerChallenge(app, deps, bank, handlers, 'questions')
  registerNotice(app, deps, bank, handlers)

  app.get(
    linkTo(bank, bank.paths.forgotten),
    handlers.open((_visit, reply) => sendMessage(reply, bank, 'forgotten', 200)),
  )

  app.get(
    linkTo(bank, bank.paths.locked),
    handlers.open((_visit, reply) => sendMessage(reply, bank, 'locked', 200)),
  )
}
