import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { expect, test } from 'vitest'
import { answerAhead } from './answer-ahead'

test.each([
  '//[',
  '//',
  '',
  '*',
  'http://[',
  'http://a:b/v/x',
  '/v/a/b',
  '/v',
  '/V/',
  '/verify',
  '/v/x/../../api',
])('what is no scan and no check is left to the framework, whatever it is: %j', url => {
  const request = Object.assign(new IncomingMessage(new Socket()), { url, method: 'GET' })
  expect(answerAhead({ request, response: new ServerResponse(request) })).toBeNull()
})
