import { Agent, request } from 'node:http'

const CONNECTIONS = 24

export type Asked = { path: string; method: 'GET' | 'POST'; body?: string; from: string }

/**
 * Asks a server as fast as so many connections can, for so many seconds.
 *
 * @returns answers a second
 * @throws Error for an answer that is not 200
 */
export async function answersASecond({
  port,
  ask,
  seconds,
}: {
  port: number
  ask: (count: number) => Asked
  seconds: number
}): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS })
  const begun = performance.now()
  let count = 0
  const connection = async () => {
    while (performance.now() - begun < seconds * 1_000) {
      await answer({ port, agent, asked: ask(count++) })
    }
  }
  await Promise.all(Array.from({ length: CONNECTIONS }, connection))
  const took = (performance.now() - begun) / 1_000
  agent.destroy()
  return count / took
}

function answer({ port, agent, asked }: { port: number; agent: Agent; asked: Asked }): Promise<void> {
  const { path, method, body, from } = asked
  const headers = {
    'x-forwarded-for': from,
    ...(body ? { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) } : {}),
  }
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, method, agent, headers }, response => {
      if (response.statusCode !== 200) reject(new Error(`${method} ${path}: ${response.statusCode}`))
      response.resume().on('end', resolve)
    })
    sent.on('error', reject)
    sent.end(body)
  })
}
