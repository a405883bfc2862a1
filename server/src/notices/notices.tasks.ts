import type { ApplicationId, NoticeId } from '../ids.ts'
import type { Handlers } from '../queue/handlers.ts'
import type { NoticesService } from './notices.service.ts'

/** Queue handlers of notices. */
export const noticeTasks = (notices: Pick<NoticesService, 'deliver' | 'giveUp'>): Handlers => ({
  'notices.send': {
    run: ({ applicationId, noticeId }, task) =>
      notices.deliver(applicationId as ApplicationId, noticeId as NoticeId, task),
    onDead: (tx, { applicationId, noticeId }, { error }) =>
      notices.giveUp(tx, applicationId as ApplicationId, noticeId as NoticeId, error),
  },
})
