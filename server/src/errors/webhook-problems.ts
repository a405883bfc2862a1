import { notFound, type Problem } from './problem.ts'

/** Webhooks and their messages. */
export const webhookProblems = {
  // Webhooks (insights §3.12)
  'webhook-invalid': {
    status: 400,
    code: 'invalid-content',
    title: 'Invalid request content',
    detail: 'Posted request not valid.',
  },
  'webhook-events-unknown': {
    status: 400,
    code: 'invalid-content',
    title: 'Invalid request content',
    detail: 'Posted subscribedEvents contains unsupported event types.',
  },
  'webhook-event-type-unknown': {
    status: 400,
    code: 'invalid-content',
    title: 'Invalid request content',
    detail: "Posted eventTypeId doesn't exists.",
  },
  'webhook-event-taken': {
    status: 400,
    code: 'event-already-subscribed',
    title: 'Event already subscribed',
    detail:
      'Posted subscribedEvents contains events that are already subscribed to for this application: {}.',
  },
  'webhook-url-taken': {
    status: 409,
    code: 'resource-already-exists',
    title: 'Resource already exists',
    detail: 'Webhook with provided url already exists.',
  },
  'webhook-id-invalid': {
    status: 400,
    code: 'path-parameter-not-valid',
    title: 'Parameter value is not valid',
    detail: 'Webhook ID value is not valid',
    source: { parameter: 'webhookId' },
  },
  'webhook-not-found': notFound("Webhook with provided id doesn't exist."),
  'webhook-messages-not-found': notFound('Resource not found.'),
  'webhook-message-id-invalid': {
    status: 400,
    code: 'path-parameter-not-valid',
    title: 'Parameter value is not valid',
    detail: 'Message ID value is not valid',
    source: { parameter: 'messageId' },
  },
  'webhook-message-not-found': notFound('Message not found.'),
  'no-webhooks-found': {
    status: 400,
    code: 'no-webhooks-found',
    title: 'No webhooks found',
    detail: 'No webhooks found for an app: {}, at least one webhook should exist in the system',
  },
} as const satisfies Record<string, Problem>
