import { service } from '@/app/_service'
import { publishedAnswer } from '@/app/api/published-answer'
import { publicJwk, publishedKeys } from '@/lib/certificates'

/** GET /.well-known/jwks.json: every key by which a certificate of ours is believed (RFC 7517, RFC 8037). */
export async function GET(request: Request): Promise<Response> {
  const keys = await publishedKeys(service().db)
  return publishedAnswer({
    request,
    body: JSON.stringify({ keys: keys.map(publicJwk) }),
    type: 'application/jwk-set+json',
    seconds: 300,
  })
}
