import { type Static, Type } from 'typebox'

const nullable = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()])
const Titled = Type.Object({ title: Type.String(), description: Type.String() })

export const ConsentPermission = Type.Object({
  scope: Type.String(),
  required: Type.Boolean(),
  consented: Type.Boolean(),
  entity: Type.String(),
  information: Type.Object({
    name: Type.String(),
    description: Type.String(),
    attributeList: Type.Array(Type.String()),
  }),
  purpose: Titled,
})
export type ConsentPermission = Static<typeof ConsentPermission>

/** The part of a consent that is fixed when it is given (core §5.1). */
export const ConsentContent = Type.Object({
  purpose: Type.Object({ primary: Titled, other: Type.Null() }),
  data: Type.Object({
    retainData: Type.Boolean(),
    initialRetrievalDays: nullable(Type.Integer()),
    organisation: nullable(Type.Record(Type.String(), Type.String())),
    disclosure: Type.Null(),
    permissions: Type.Array(ConsentPermission),
  }),
})
export type ConsentContent = Static<typeof ConsentContent>

/** What we keep for the record and never serve (c&d §3.4). */
export const ConsentRecord = Type.Object({
  launchId: Type.Optional(Type.String()),
  displayed: Type.Optional(Type.Object({ hash: Type.String(), texts: Type.Array(Type.String()) })),
  givenFrom: Type.Optional(Type.Object({ ipTruncated: Type.String(), browserFamily: Type.String() })),
  deleteElection: Type.Optional(Type.Object({ value: Type.Boolean(), at: Type.String() })),
})
export type ConsentRecord = Static<typeof ConsentRecord>
