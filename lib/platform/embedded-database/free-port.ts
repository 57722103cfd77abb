import net from 'node:net'

/** Whether a server could listen on this port at every one of these addresses. */
export async function isFree({ port, hosts }: { port: number; hosts: string[] }): Promise<boolean> {
  for (const host of hosts) {
    if (!(await canListen({ port, host }))) return false
  }
  return true
}

/** The first free port from `from` on, at all addresses; throws when none of the next 200 is free. */
export async function nextFreePort({ from, hosts }: { from: number; hosts: string[] }): Promise<number> {
  const last = Math.min(from + 200, 65_535)
  for (let port = from; port <= last; port++) {
    if (await isFree({ port, hosts })) return port
  }
  throw new Error(`no free port between ${from} and ${last}`)
}

/** A port that the system picks among its free ones. */
export async function anyFreePort(host = '127.0.0.1'): Promise<number> {
  return await new Promise((resolve, reject) => {
    const server = net.createServer()
    server.once('error', reject)
    server.listen({ port: 0, host }, () => {
      const address = server.address()
      const port = typeof address === 'object' && address ? address.port : 0
      server.close(() => resolve(port))
    })
  })
}

async function canListen({ port, host }: { port: number; host: string }): Promise<boolean> {
  return await new Promise(resolve => {
    const server = net.createServer()
    server.once('error', (error: NodeJS.ErrnoException) => {
      // A machine without IPv6 has nobody on that address.
      resolve(error.code === 'EAFNOSUPPORT' || error.code === 'EADDRNOTAVAIL')
    })
    server.listen({ port, host, ipv6Only: host === '::', exclusive: true }, () => {
      server.close(() => resolve(true))
    })
  })
}
