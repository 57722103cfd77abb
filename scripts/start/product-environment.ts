import type { DatabaseUrls } from '@/db/migrate'
import { whatIsWrong } from '@/lib/platform/env'
import { StartFailure } from './say'
import type { Secrets } from './secrets'

/** What only this command may know: the processes of the product connect by roles that own nothing. */
const keptBack = [
  'DATABASE_URL',
  'DATABASE_OWNER_PASSWORD',
  'DATABASE_APP_PASSWORD',
  'DATABASE_JOBS_PASSWORD',
]
const notYetKnown: DatabaseUrls = {
  appUrl: 'postgres://application@localhost/registration',
  jobsUrl: 'postgres://jobs@localhost/registration',
  ownerUrl: '',
}

/** The environment of the product's processes: what was given, the secrets, and what follows from the start. */
export function productEnvironment({
  given,
  secrets,
  port,
  dev,
  urls = notYetKnown,
}: {
  given: NodeJS.ProcessEnv
  secrets: Secrets
  port: number
  dev: boolean
  urls: DatabaseUrls | undefined
}): NodeJS.ProcessEnv {
  const address = given.PUBLIC_URL ?? `http://localhost:${port}`
  const everything = {
    ...given,
    ...secrets,
    DEMO_MODE: given.DEMO_MODE ?? 'on',
    PUBLIC_URL: address,
    NEXTAUTH_URL: given.NEXTAUTH_URL ?? address,
    NEXT_TELEMETRY_DISABLED: '1',
    DATABASE_APP_URL: urls.appUrl,
    DATABASE_JOBS_URL: urls.jobsUrl,
    NODE_ENV: dev ? ('development' as const) : ('production' as const),
    PORT: String(port),
  }
  const told = Object.entries(everything).filter(([name]) => !keptBack.includes(name))
  return { ...Object.fromEntries(told), NODE_ENV: everything.NODE_ENV }
}

/** Ends the start before anything was begun when the product would refuse this environment. */
export function checkEnvironment(environment: NodeJS.ProcessEnv): void {
  const wrong = whatIsWrong(environment)
  if (wrong.length === 0) return
  throw new StartFailure(
    `环境变量有误(说明见 .env.example)· the environment is not right (see .env.example):\n  ${wrong.join('\n  ')}`,
  )
}
