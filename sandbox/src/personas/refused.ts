import { oneTimeCode, type Persona, type Refusal } from './persona.ts'

const refused = (
  loginId: string,
  password: string,
  refusal: Refusal,
  firstName: string,
  lastName: string,
): Persona => ({
  loginId,
  password,
  refusal,
  person: {
    firstName,
    lastName,
    phone: '0400000000',
    email: `${loginId.toLowerCase()}@h0tmail.com`,
    address: { suburb: 'Sydney', state: 'NSW', postcode: '2000' },
  },
  challenge: oneTimeCode,
  accounts: [],
})

/** Logins that never reach their accounts. */
export const createRefused = (): readonly Persona[] => [
  refused('bighead', 'password', 'locked', 'Nelson', 'Bighetti'),
  refused('erlich', 'aviato', 'notice', 'Erlich', 'Bachman'),
  refused('jianYang', 'nothotdog', 'unavailable', 'Jian', 'Yang'),
]
