import { publishedAnswer } from '@/app/api/published-answer'
import { openApiDocument } from './document'

/** GET /api/v1/openapi.json: the outside contract, for programs and those who write them. */
export function GET(request: Request): Response {
  const body = JSON.stringify(openApiDocument, null, 2)
  return publishedAnswer({ request, body, type: 'application/json', seconds: 300 })
}
