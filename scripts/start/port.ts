import { setTimeout as pause } from 'node:timers/promises'
import { isFree, nextFreePort } from '@/lib/platform/embedded-database'
import { StartFailure, say } from './say'

const everywhere = ['0.0.0.0', '::']
const usualPort = 3000

/** The port to serve on: PORT or 3000, else the next free one, said in a line. */
export async function choosePort(asked: string | undefined): Promise<number> {
  const wanted = readPort(asked)
  // A run that was killed a moment ago may still be letting go of it.
  for (let look = 0; look < 3; look++) {
    if (await isFree({ port: wanted, hosts: everywhere })) return wanted
    await pause(500)
  }
  const port = await nextFreePort({ from: wanted + 1, hosts: everywhere })
  say(`! 端口 ${wanted} 已被占用，改用 ${port} · port ${wanted} is taken, using ${port}`)
  return port
}

/** @throws StartFailure for a PORT that is no port */
export function readPort(asked: string | undefined): number {
  if (!asked) return usualPort
  const port = Number(asked)
  if (/^\d+$/.test(asked) && port > 0 && port < 65_536) return port
  throw new StartFailure(`PORT=${asked} 不是端口号(1–65535)。· PORT=${asked} is not a port number (1–65535).`)
}
