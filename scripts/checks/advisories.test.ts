import { expect, test } from 'vitest'
import { readAdvisories } from './advisories'

const audited = (total: number) =>
  JSON.stringify({ auditReportVersion: 2, vulnerabilities: {}, metadata: { vulnerabilities: { total } } })

test.each([
  ['no package has a known advisory', audited(0), 'none'],
  ['one has', audited(1), 'some'],
  ['npm warns before it reports', `npm warn audit something\n${audited(2)}\n`, 'some'],
  ['the registry keeps no advisories', '{"message":"405 Method Not Allowed","statusCode":405}', 'no-answer'],
  ['there is no network', '{"error":{"code":"ENOTFOUND","summary":"request failed"}}', 'no-answer'],
  ['npm says nothing', '', 'no-answer'],
] as const)('%s', (_when, output, expected) => {
  expect(readAdvisories(output)).toBe(expected)
})
