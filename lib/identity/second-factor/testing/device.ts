import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { Encoder } from 'cbor-x'
import { z } from 'zod'

const cbor = new Encoder({
  useRecords: false,
  mapsAsObjects: false,
  tagUint8Array: false,
  variableMapSize: true,
})
const question = z.object({ challenge: z.string() })

/** How a device answers, and how somebody who is not the service would have it answer. */
type Manner = {
  /** Where the browser says that it is. */
  origin: string
  /** To whom the device says that it signs. */
  host?: string
  /** Whether it checked finger, face or PIN. */
  checksOwner?: boolean
}

/**
 * A device with one passkey, as a browser would ask it (WebAuthn level 3, §6): an ES256 key that never leaves it,
 * a counter, and answers in JSON.
 */
export function aDevice() {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const id = randomBytes(32)
  let counter = 0

  const stateOf = ({ origin, host = new URL(origin).hostname, checksOwner = true }: Manner, more = 0) => {
    counter += 1
    const flags = 1 + (checksOwner ? 4 : 0) + more
    const count = Buffer.alloc(4)
    count.writeUInt32BE(counter)
    return Buffer.concat([sha256(host), Buffer.from([flags]), count])
  }
  const frame = { id: id.toString('base64url'), rawId: id.toString('base64url'), type: 'public-key' }

  return {
    credentialId: frame.id,
    /** As of a copy of the device, which has counted less. */
    setBack: () => {
      counter = 0
    },
    register: (asked: string, manner: Manner): string => {
      const length = Buffer.alloc(2)
      length.writeUInt16BE(id.length)
      const key = cbor.encode(coseKeyOf(publicKey.export({ format: 'jwk' })))
      const authData = Buffer.concat([stateOf(manner, 64), Buffer.alloc(16), length, id, key])
      const attestationObject = cbor
        .encode(
          new Map<string, unknown>([
            ['fmt', 'none'],
            ['attStmt', new Map()],
            ['authData', authData],
          ]),
        )
        .toString('base64url')
      const clientDataJSON = clientData('webauthn.create', asked, manner).toString('base64url')
      const response = { clientDataJSON, attestationObject, transports: ['internal'] }
      return JSON.stringify({ ...frame, clientExtensionResults: {}, response })
    },
    answer: (asked: string, manner: Manner): string => {
      const authenticatorData = stateOf(manner)
      const client = clientData('webauthn.get', asked, manner)
      const signature = sign('sha256', Buffer.concat([authenticatorData, sha256(client)]), privateKey)
      const response = {
        clientDataJSON: client.toString('base64url'),
        authenticatorData: authenticatorData.toString('base64url'),
        signature: signature.toString('base64url'),
      }
      return JSON.stringify({ ...frame, clientExtensionResults: {}, response })
    },
  }
}

function clientData(type: string, asked: string, { origin }: Manner): Buffer {
  const { challenge } = question.parse(JSON.parse(asked))
  return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))
}

/** RFC 9053 §7.1: an EC2 key of ES256. */
function coseKeyOf({ x = '', y = '' }: JsonWebKey): Map<number, number | Buffer> {
  const [kty, alg, curve] = [2, -7, 1]
  return new Map<number, number | Buffer>([
    [1, kty],
    [3, alg],
    [-1, curve],
    [-2, Buffer.from(x, 'base64url')],
    [-3, Buffer.from(y, 'base64url')],
  ])
}

function sha256(data: string | Buffer): Buffer {
  return createHash('sha256').update(data).digest()
}
