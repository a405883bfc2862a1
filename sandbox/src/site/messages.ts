import type { MessagePage } from './bank.ts'

/** Words of the pages that only say something; each bank puts them into its own frame. */
export const messages: Readonly<Record<MessagePage, { readonly title: string; readonly text: string }>> = {
  locked: {
    title: 'Your access is locked',
    text: 'This account is locked. Please call us or visit a branch to unlock it.',
  },
  unavailable: {
    title: 'Service unavailable',
    text: 'Internet banking is currently unavailable. Please try again later.',
  },
  maintenance: {
    title: 'Scheduled maintenance',
    text: 'Internet banking is closed for scheduled maintenance. We will be back soon.',
  },
  forbidden: {
    title: 'This form is no longer valid',
    text: 'For your security we did not accept this form. Please go back and start again.',
  },
  'not-found': { title: 'Page not found', text: 'We could not find this page.' },
  'bad-request': { title: 'We did not understand that', text: 'The request could not be read.' },
  forgotten: {
    title: 'Forgotten password',
    text: 'To choose a new password, call us on 1800 000 000 with your customer number at hand.',
  },
}

export const wrongLogin = 'The login or password you entered is not correct.'
export const wrongAnswer = 'That answer is not correct. Please try again.'
export const acceptFirst = 'Please tick the box to go on.'

/** Why a login page is shown again, by its `ended` parameter. */
export const endings: Readonly<Record<string, string>> = {
  session: 'Your session has ended. Please log in again.',
  logout: 'You are logged out. Thank you for banking with us.',
  answers: 'Too many wrong answers. For your security we ended your session.',
}

export const noticeText =
  'Our terms and conditions have changed. You must read and accept them before you can use internet banking.'

export const codePrompt = (phone: string): string =>
  `We sent a one-time password by SMS to the mobile number that ends in ${phone.slice(-3)}.`

export const questionsPrompt = 'To confirm that it is you, please answer your security questions.'
