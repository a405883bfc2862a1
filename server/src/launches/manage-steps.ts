import type { FlowDeps } from './flow.ts'
import type { LaunchVisit } from './launches.service.ts'
import type { Answer, Form, GivenFrom, LaunchContext } from './launches.types.ts'
import { showExtend, showExtended, submitExtend } from './step-extend.ts'
import { showUpdateLogin, submitUpdateLogin } from './step-login.ts'
import { showConnection, showConsentDetail, showManage, showRenewal, submitElection } from './step-manage.ts'
import {
  showDisconnect,
  showDisconnected,
  showStop,
  showStopped,
  submitDisconnect,
  submitStop,
} from './step-stop.ts'
import {
  showCompare,
  showReconnect,
  showReconsent,
  submitKeep,
  submitReconsent,
  submitSkip,
} from './step-update.ts'

type Step = (context: LaunchContext) => Promise<Answer>
type StopStep = 'consequences' | 'confirm'

/** The steps of F3, F4, F5 and F7. `show` guards a page of a launch, `submit` a form. */
export function manageSteps(
  deps: FlowDeps,
  show: (visit: LaunchVisit, step: Step) => Promise<Answer>,
  submit: (visit: LaunchVisit, form: Form, step: Step) => Promise<Answer>,
) {
  return {
    manage: (visit: LaunchVisit) => show(visit, (it) => showManage(deps, it)),
    consentDetail: (visit: LaunchVisit, id: string) => show(visit, (it) => showConsentDetail(deps, it, id)),
    connection: (visit: LaunchVisit, id: string) => show(visit, (it) => showConnection(deps, it, id)),
    renewal: (visit: LaunchVisit, id: string) => show(visit, (it) => showRenewal(deps, it, id)),
    electDeletion: (visit: LaunchVisit, form: Form) => submit(visit, form, (it) => submitElection(deps, it)),

    stop: (visit: LaunchVisit, step: StopStep, elected: boolean) =>
      show(visit, (it) => showStop(deps, it, step, elected)),
    stopSharing: (visit: LaunchVisit, form: Form) => submit(visit, form, (it) => submitStop(deps, it, form)),
    stopped: (visit: LaunchVisit) => show(visit, (it) => showStopped(deps, it)),
    disconnectPage: (visit: LaunchVisit, id: string, step: StopStep) =>
      show(visit, (it) => showDisconnect(deps, it, id, step)),
    disconnect: (visit: LaunchVisit, id: string, form: Form) =>
      submit(visit, form, (it) => submitDisconnect(deps, it, id)),
    disconnected: (visit: LaunchVisit) => show(visit, (it) => showDisconnected(deps, it)),

    extendPage: (visit: LaunchVisit, changed: boolean) => show(visit, (it) => showExtend(deps, it, changed)),
    extend: (visit: LaunchVisit, form: Form) => submit(visit, form, (it) => submitExtend(deps, it, form)),
    extended: (visit: LaunchVisit) => show(visit, (it) => showExtended(deps, it)),

    compare: (visit: LaunchVisit) => show(visit, (it) => showCompare(deps, it)),
    keepPermissions: (visit: LaunchVisit, form: Form) => submit(visit, form, (it) => submitKeep(deps, it)),
    reconsentPage: (visit: LaunchVisit, changed: boolean) =>
      show(visit, (it) => showReconsent(deps, it, changed)),
    reconsent: (visit: LaunchVisit, form: Form, from: GivenFrom) =>
      submit(visit, form, (it) => submitReconsent(deps, it, form, from)),
    reconnectPage: (visit: LaunchVisit) => show(visit, (it) => showReconnect(deps, it)),
    skipBank: (visit: LaunchVisit, form: Form) => submit(visit, form, (it) => submitSkip(deps, it, form)),

    updateLoginPage: (visit: LaunchVisit, id: string) => show(visit, (it) => showUpdateLogin(deps, it, id)),
    updateLogin: (visit: LaunchVisit, id: string, form: Form) =>
      submit(visit, form, (it) => submitUpdateLogin(deps, it, id, form)),
  }
}
