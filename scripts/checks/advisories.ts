import { z } from 'zod'

const report = z.object({ metadata: z.object({ vulnerabilities: z.object({ total: z.number() }) }) })

/**
 * What `npm audit --json` says: known advisories, none, or that no registry answered. A machine without a
 * network, or whose registry keeps no advisories, learns nothing and must not fail for it.
 */
export function readAdvisories(output: string): 'some' | 'none' | 'no-answer' {
  const json = asJson(output)
  const { data } = report.safeParse(json)
  if (!data) return 'no-answer'
  return data.metadata.vulnerabilities.total > 0 ? 'some' : 'none'
}

/** npm may warn before its report. */
function asJson(output: string): unknown {
  try {
    return JSON.parse(output.slice(output.indexOf('{'), output.lastIndexOf('}') + 1))
  } catch {
    return null
  }
}
