import { MESSAGES } from '@/app/_language/messages'
import { publishedAnswer } from '@/app/api/published-answer'

/** GET /verify/app.webmanifest: what a phone needs to keep the verifier as an app. Fetched without cookies, so in the master language. */
export function GET(request: Request): Response {
  const { name, offline, form } = MESSAGES['zh-CN'].verify
  const manifest = {
    id: '/verify',
    name,
    short_name: offline.shortName,
    description: form.lead,
    lang: 'zh-CN',
    start_url: '/verify',
    scope: '/v',
    // Not standalone: whoever verifies must see the address that the answer comes from.
    display: 'minimal-ui',
    theme_color: '#0b5a52',
    background_color: '#ffffff',
    icons: [{ src: '/icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' }],
  }
  return publishedAnswer({
    request,
    body: JSON.stringify(manifest),
    type: 'application/manifest+json',
    seconds: 3_600,
  })
}
