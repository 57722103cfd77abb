import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { and, asc, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { staffPasskeys } from '@/db/schema'
import type { Queryable, Transaction } from '@/lib/platform/database'
import { environment } from '@/lib/platform/env'
import { done, failed, type Result } from '@/lib/platform/result'
import { newChallenge, takeChallenge } from './passkey-challenge'

const mostPasskeys = 10
const longestAnswer = 20_000

/** What a browser needs to ask a device, as JSON for its script. */
export type PasskeyQuestion = string

const base64url = z.string().regex(/^[\w-]+={0,2}$/)
const frame = {
  id: base64url,
  rawId: base64url,
  type: z.literal('public-key'),
  clientExtensionResults: z.object({}),
}
const newPasskeyAnswer = z.object({
  ...frame,
  response: z.object({
    clientDataJSON: base64url,
    attestationObject: base64url,
    transports: z.array(z.string().max(20)).max(10).optional(),
  }),
})
const passkeyAnswer = z.object({
  ...frame,
  response: z.object({
    clientDataJSON: base64url,
    authenticatorData: base64url,
    signature: base64url,
    userHandle: base64url.optional(),
  }),
})

/** Where passkeys belong: the host by which browsers reach us, and nowhere that only looks like it. */
function site(): { origin: string; host: string } {
  const { origin, hostname } = new URL(environment().PUBLIC_URL)
  return { origin, host: hostname }
}

type Person = { staffId: string; sessionId: string }

/** Asks a device for a new passkey: one that checks its owner by finger, face or PIN before it signs. */
export async function askForNewPasskey(
  db: Queryable,
  { staffId, sessionId, account, service }: Person & { account: string; service: string },
): Promise<PasskeyQuestion> {
  const known = await passkeysOf(db, { staffId })
  const question = await generateRegistrationOptions({
    rpName: service,
    rpID: site().host,
    userName: account,
    userID: new TextEncoder().encode(staffId),
    challenge: Buffer.from(await newChallenge(db, { sessionId }), 'base64url'),
    attestationType: 'none',
    excludeCredentials: known.map(({ credentialId, transports }) => ({ id: credentialId, transports })),
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
  })
  return JSON.stringify(question)
}

/** Keeps the passkey that a device has made, if it answers what was asked. */
export async function keepNewPasskey(
  transaction: Transaction,
  { staffId, sessionId, answer, name }: Person & { answer: string; name: string },
): Promise<Result<null, 'wrong-passkey' | 'too-many-passkeys'>> {
  const response = read(newPasskeyAnswer, answer)
  const expectedChallenge = await takeChallenge(transaction, { sessionId })
  if (!response || !expectedChallenge) return failed('wrong-passkey')
  if ((await passkeysOf(transaction, { staffId })).length >= mostPasskeys) return failed('too-many-passkeys')
  const { origin, host } = site()
  const checked = await verifyRegistrationResponse({
    response,
    expectedChallenge,
    expectedOrigin: origin,
    expectedRPID: host,
    requireUserVerification: true,
  }).catch(() => null) // The library throws for whatever does not fit; all of it is a wrong answer.
  if (!checked?.verified) return failed('wrong-passkey')
  const { credential, credentialBackedUp } = checked.registrationInfo
  const kept = await transaction
    .insert(staffPasskeys)
    .values({
      credentialId: credential.id,
      staffId,
      publicKey: Buffer.from(credential.publicKey).toString('base64url'),
      counter: credential.counter,
      transports: response.response.transports ?? [],
      isBackedUp: credentialBackedUp,
      name,
    })
    .onConflictDoNothing()
    .returning({ credentialId: staffPasskeys.credentialId })
  return kept.length === 1 ? done(null) : failed('wrong-passkey')
}

/** Asks for a signature of one of a person's passkeys; null where they have none. */
export async function askForPasskey(
  db: Queryable,
  { staffId, sessionId }: Person,
): Promise<PasskeyQuestion | null> {
  const known = await passkeysOf(db, { staffId })
  if (known.length === 0) return null
  const question = await generateAuthenticationOptions({
    rpID: site().host,
    challenge: Buffer.from(await newChallenge(db, { sessionId }), 'base64url'),
    allowCredentials: known.map(({ credentialId, transports }) => ({ id: credentialId, transports })),
    userVerification: 'required',
  })
  return JSON.stringify(question)
}

/** Takes the signature of a passkey, over the question that this session was last asked, once. */
export async function takePasskey(
  db: Queryable,
  { staffId, sessionId, answer }: Person & { answer: string },
): Promise<Result<null, 'wrong-passkey'>> {
  const response = read(passkeyAnswer, answer)
  const expectedChallenge = await takeChallenge(db, { sessionId })
  const known = await passkeysOf(db, { staffId })
  const passkey = known.find(({ credentialId }) => credentialId === response?.id)
  if (!response || !expectedChallenge || !passkey) return failed('wrong-passkey')
  const { origin, host } = site()
  const { credentialId, publicKey, counter } = passkey
  const checked = await verifyAuthenticationResponse({
    response,
    expectedChallenge,
    expectedOrigin: origin,
    expectedRPID: host,
    credential: { id: credentialId, publicKey: new Uint8Array(Buffer.from(publicKey, 'base64url')), counter },
    requireUserVerification: true,
  }).catch(() => null) // As above; a counter that did not grow, of a copied device, is among it.
  if (!checked?.verified) return failed('wrong-passkey')
  await db
    .update(staffPasskeys)
    .set({ counter: checked.authenticationInfo.newCounter, lastUsedAt: sql`service_now()` })
    .where(eq(staffPasskeys.credentialId, credentialId))
  return done(null)
}

export type Passkey = typeof staffPasskeys.$inferSelect

/** A person's passkeys, the oldest first. */
export async function passkeysOf(db: Queryable, { staffId }: { staffId: string }): Promise<Passkey[]> {
  return db
    .select()
    .from(staffPasskeys)
    .where(eq(staffPasskeys.staffId, staffId))
    .orderBy(asc(staffPasskeys.addedAt))
}

/** Forgets one passkey of a person. */
export async function removePasskey(
  transaction: Transaction,
  { staffId, credentialId }: { staffId: string; credentialId: string },
): Promise<void> {
  await transaction
    .delete(staffPasskeys)
    .where(and(eq(staffPasskeys.staffId, staffId), eq(staffPasskeys.credentialId, credentialId)))
}

function read<Schema extends z.ZodType>(schema: Schema, answer: string): z.infer<Schema> | null {
  if (answer.length > longestAnswer) return null
  try {
    return schema.safeParse(JSON.parse(answer)).data ?? null
  } catch {
    return null // Not JSON.
  }
}
