import { rareFontStyle } from '@/lib/certificates'

/** GET /fonts/rare.css: where a browser finds the rare ideographs of names that its device lacks. */
export function GET(): Response {
  return new Response(rareFontStyle(), {
    headers: { 'Content-Type': 'text/css; charset=utf-8', 'Cache-Control': 'public, max-age=86400' },
  })
}
