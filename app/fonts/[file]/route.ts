import { problem } from '@/app/api/problem'
import { rareFontFile } from '@/lib/certificates'

type Parameters = { params: Promise<{ file: string }> }

/** GET /fonts/{file}: a piece of the font of rare ideographs; its content never changes under its name. */
export async function GET(_request: Request, { params }: Parameters): Promise<Response> {
  const font = await rareFontFile((await params).file)
  if (!font) return problem({ type: 'not-found', detail: 'There is no font of this name' })
  return new Response(new Uint8Array(font), {
    headers: { 'Content-Type': 'font/woff2', 'Cache-Control': 'public, max-age=31536000, immutable' },
  })
}
