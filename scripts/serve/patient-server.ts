import { createServer, type RequestListener, type Server } from 'node:http'

/**
 * How long the web server waits for a client, in milliseconds. A browser on a slow line needs seconds; whoever
 * dribbles a request in, or takes none of an answer, holds a connection no longer than this.
 */
export const patience = {
  /** For the head of a request. */
  headers: 15_000,
  /** For the whole of it: a photo of 10 MB at 1.4 Mbit/s. */
  request: 60_000,
  /** While nothing at all moves in either direction. */
  silence: 60_000,
  /** For the next request on the same connection. */
  keepAlive: 20_000,
  /** How often connections are looked at. */
  check: 5_000,
}

/** A server that lets slow clients go, so that they cannot take all its connections. */
export function patientServer(listener: RequestListener, limits: typeof patience = patience): Server {
  const server = createServer({ connectionsCheckingInterval: limits.check }, listener)
  server.headersTimeout = limits.headers
  server.requestTimeout = limits.request
  server.keepAliveTimeout = limits.keepAlive
  server.setTimeout(limits.silence)
  return server
}
