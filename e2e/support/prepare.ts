import { type ChildProcess, spawn } from 'node:child_process'
import { checksBuildFolder, checksBuildKey } from '../../scripts/checks/build-for-checks'
import { readyBuild } from '../../scripts/start/build'
import { type Cluster, publishCluster } from './cluster-address'

/** Before the first journey: the production build and the database, once a run. */
export default async function prepare(): Promise<() => Promise<void>> {
  await readyBuild({
    secrets: { NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: checksBuildKey },
    folder: checksBuildFolder,
    shutdown: { add: () => {} },
  })
  const child = spawn(process.execPath, ['--import', 'tsx', 'e2e/support/cluster.ts'], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  publishCluster(await messageOf(child))
  return async () => {
    const ended = new Promise(resolve => child.once('exit', resolve))
    child.kill('SIGTERM')
    await ended
  }
}

function messageOf(child: ChildProcess): Promise<Cluster> {
  return new Promise((resolve, reject) => {
    child.once('message', message => resolve(message as Cluster))
    child.once('exit', code => reject(new Error(`the database of the journeys ended with ${code}`)))
  })
}
