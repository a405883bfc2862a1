import { Type } from 'typebox'

export const MfaAnswerIn = Type.Object(
  {
    'mfa-response': Type.Array(Type.String(), {
      description: 'One answer for each input of the challenge, in order',
    }),
  },
  { description: 'The answers to a challenge' },
)
