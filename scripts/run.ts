// `npm start` and `npm run dev`, once the packages are there: from the data folder to the end screen.
import type { DatabaseUrls } from '@/db/migrate'
import { EmbeddedDatabaseFailure } from '@/lib/platform/embedded-database'
import { readyBuild } from './start/build'
import { dataRoom, openDataRoom } from './start/data-room'
import { bringUpToDate, readyServer } from './start/database'
import { followMigrations } from './start/follow-changes'
import { readGivenEnvironment } from './start/given-environment'
import { choosePort } from './start/port'
import { checkEnvironment, productEnvironment } from './start/product-environment'
import { StartFailure, say, step } from './start/say'
import { loadSecrets, type Secrets } from './start/secrets'
import { seedDatabase } from './start/seed'
import { startService } from './start/service'
import { type Shutdown, shutdownOnSignal } from './start/shutdown'
import { noteKeyInUse } from './start/signing-keys'
import { alreadyRunning, endScreen } from './start/spoken'
import { takeStartLock } from './start/start-lock'

/**
 * Sets up whatever is missing, starts everything and stays until told to stop. A second start in the same
 * folder only says where the first one serves.
 */
export async function run({ dev }: { dev: boolean }): Promise<void> {
  const shutdown = shutdownOnSignal()
  try {
    await start({ dev, shutdown })
  } catch (error) {
    if (shutdown.begun) return
    const known = error instanceof StartFailure || error instanceof EmbeddedDatabaseFailure
    say(`✗ ${known ? error.message : error instanceof Error ? error.stack : String(error)}`)
    await shutdown.end(1)
  }
}

async function start({ dev, shutdown }: { dev: boolean; shutdown: Shutdown }): Promise<void> {
  openDataRoom()
  const lock = takeStartLock(`${dataRoom}/start.lock`)
  if (!lock.taken) {
    say(alreadyRunning(lock))
    return await shutdown.end(0)
  }
  shutdown.add({ stop: async () => lock.release(), force: () => lock.release() })
  const given = readGivenEnvironment()
  const secrets = loadSecrets({ file: `${dataRoom}/secrets.json`, environment: given })
  const port = await choosePort(given.PORT)
  checkEnvironment(productEnvironment({ given, secrets, port, dev, urls: undefined }))
  const demo = given.DEMO_MODE !== 'off'
  const environmentWith = (urls: DatabaseUrls) => productEnvironment({ given, secrets, port, dev, urls })
  const readyDatabase = async () => {
    const adminUrl = await readyServer({ serverUrl: given.DATABASE_URL, shutdown })
    const prepare = () => prepareDatabase({ adminUrl, given, secrets, demo, environmentWith })
    return { urls: await prepare(), prepare }
  }
  const building = dev ? undefined : readyBuild({ secrets, shutdown })
  const [{ urls, prepare }] = await Promise.all([readyDatabase(), building])
  if (dev) followMigrations({ prepare, shutdown })
  const environment = environmentWith(urls)
  const address = environment.PUBLIC_URL ?? ''
  await step('启动服务 · starting the service', () => startService({ environment, port, dev, shutdown }))
  lock.tell(address)
  say(endScreen({ address, demo, dev }))
}

async function prepareDatabase({
  adminUrl,
  given,
  secrets,
  demo,
  environmentWith,
}: {
  adminUrl: string
  given: NodeJS.ProcessEnv
  secrets: Secrets
  demo: boolean
  environmentWith: (urls: DatabaseUrls) => NodeJS.ProcessEnv
}): Promise<DatabaseUrls> {
  const isGiven = given.DATABASE_URL !== undefined
  const urls = await bringUpToDate({ adminUrl, isGiven, secrets, demo })
  await seedDatabase({ urls, environment: environmentWith(urls), demo })
  await noteKeyInUse({ appUrl: urls.appUrl, secret: secrets.CERTIFICATE_SIGNING_KEY })
  return urls
}
