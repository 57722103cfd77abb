import { measureVerifying } from './certificate/verify'

/**
 * What a check of a certificate costs beside a bare server that does the same, and what a signed paper costs beside
 * printing its page with Chromium.
 *
 * @param args which of `verify`, `paper`; both without any
 */
export async function bench(args: string[]): Promise<void> {
  const measurements = { verify: measureVerifying, paper: measurePaper }
  for (const [name, measure] of Object.entries(measurements)) {
    if (args.length === 0 || args.includes(name)) await measure()
  }
}

/** With React as the service has it: without its checks for developers. */
async function measurePaper(): Promise<void> {
  Object.assign(process.env, { NODE_ENV: 'production' })
  const paper = await import('./certificate/paper')
  await paper.measurePaper()
}
