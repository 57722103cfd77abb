import type { IncomingMessage, ServerResponse } from 'node:http'
import { largestBody } from './largest-body'

type Exchange = { request: IncomingMessage; response: ServerResponse }

/** As much is read and thrown away, since nobody reads an answer while they are still sending. */
const mostThrownAway = 8 * 1024 * 1024
const words = {
  411: '请求没有说明长度，请用浏览器再试。\nThe request does not say its length: try again with a browser.\n',
  413: '填的内容太长，没有处理。请返回上一页，删短一些再提交。\nThis is too long and nothing was done. Go back, shorten it and send it again.\n',
}

/** Whether what comes with a request is not taken; it is answered then, in words, once all of it has arrived. */
export function refuseBody({ request, response }: Exchange): boolean {
  const status = whyRefused(request)
  if (!status) return false
  const answer = () => {
    if (response.headersSent) return
    response.writeHead(status, { connection: 'close', 'content-type': 'text/plain; charset=utf-8' })
    response.end(words[status])
  }
  let thrownAway = 0
  request.on('data', (piece: Buffer) => {
    thrownAway += piece.length
    if (thrownAway > mostThrownAway) answer()
  })
  request.on('end', answer)
  return true
}

/** A body that does not say its length would be cut by the framework, which calls that an error of its own. */
function whyRefused({ url = '/', headers }: IncomingMessage): keyof typeof words | null {
  if (headers['transfer-encoding'] !== undefined) return 411
  return Number(headers['content-length'] ?? 0) > largestBody(url) ? 413 : null
}
