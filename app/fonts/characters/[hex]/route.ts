import { problem } from '@/app/api/problem'
import { pictureOfCharacter } from '@/lib/certificates'

type Parameters = { params: Promise<{ hex: string }> }

/** GET /fonts/characters/{hex}: an ideograph as certificates print it; lists of characters are made of them. */
export async function GET(_request: Request, { params }: Parameters): Promise<Response> {
  const picture = await pictureOfCharacter((await params).hex)
  if (!picture)
    return problem({ type: 'not-found', detail: 'No ideograph that can be printed has this number' })
  return new Response(picture, {
    headers: { 'Content-Type': 'image/svg+xml', 'Cache-Control': 'public, max-age=31536000, immutable' },
  })
}
