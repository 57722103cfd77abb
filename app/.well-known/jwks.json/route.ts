import { service } from '@/app/_service'
import { publishedAnswer } from '@/app/api/published-answer'
import { activeSigningKey, publishedJwks } from '@/lib/certificates'

/** GET /.well-known/jwks.json: every key by which a certificate of ours is believed (RFC 7517, RFC 8037). */
export async function GET(request: Request): Promise<Response> {
  const { db } = service()
  // The key in use is in the set before it signs for the first time.
  await db.transaction(activeSigningKey)
  const keys = await publishedJwks(db)
  return publishedAnswer({
    request,
    body: JSON.stringify({ keys }),
    type: 'application/jwk-set+json',
    seconds: 300,
  })
}
