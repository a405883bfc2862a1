import { defaultPage, errorCode, type PageContext, render, type View } from '@banksia/consent-ui'
import type { Application } from '../applications/applications.types.ts'
import { handBackTarget, handBackUrl } from './hand-back.ts'
import type { Answer, LaunchContext, LaunchRequest } from './launches.types.ts'

export interface Frame {
  readonly brandName: string
  /** Where the arrow of the header leads. */
  readonly back?: string | null
  readonly firstStep?: boolean
  readonly mayWithdraw?: boolean
}

const referenceNameOf = (application: Application, brandName: string) =>
  application.settings.referenceName || brandName

/** The frame of a step's page. */
export function pageOf(
  { application, launch, csrf, path, reference }: LaunchContext,
  frame: Frame,
): PageContext {
  return {
    ...defaultPage,
    brandName: frame.brandName,
    referenceName: referenceNameOf(application, frame.brandName),
    launchPath: path,
    csrf,
    canHandBack: handBackTarget(application, launch.request) !== null,
    mayWithdraw: frame.mayWithdraw ?? false,
    firstStep: frame.firstStep ?? false,
    back: frame.back ?? null,
    reference,
  }
}

export const page = (view: View, context: PageContext, status = 200): Answer => ({
  kind: 'page',
  status,
  html: render(view, context),
  code: errorCode(view),
})

export const redirect = (to: string): Answer => ({ kind: 'redirect', to })

/** A full page that ends the launch before or in the middle of its flow, with the way back where there is one. */
export function endPage(context: LaunchContext, brandName: string, view: View, status: number): Answer {
  const { application, launch } = context
  const target = handBackTarget(application, launch.request)
  const error = errorCode(view) ?? 'not-offered'
  const outcome = {
    result: 'failed',
    error,
    jobIds: context.attempts.map((attempt) => attempt.jobId),
  } as const
  const told = { outcome, state: launch.request.state, sendResult: application.settings.sendResultParameters }
  return page(
    view,
    { ...pageOf(context, { brandName }), returnUrl: target && handBackUrl(target, told) },
    status,
  )
}

/** A launch that never began, of a known partner. */
export function lostPage(
  application: Application,
  brandName: string,
  request: LaunchRequest,
  view: View,
  reference: string,
): Answer {
  const target = handBackTarget(application, request)
  const outcome = { result: 'failed', error: errorCode(view) ?? null, jobIds: [] } as const
  const told = { outcome, state: request.state, sendResult: application.settings.sendResultParameters }
  const context = {
    ...defaultPage,
    brandName,
    referenceName: referenceNameOf(application, brandName),
    reference,
    returnUrl: target && handBackUrl(target, told),
  }
  return page(view, context, 401)
}

/** A page outside any launch: nothing is known about the person, and little about the partner. */
export const outsidePage = (view: View, reference: string, status: number): Answer =>
  page(view, { ...defaultPage, reference }, status)
