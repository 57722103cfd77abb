import { Logger } from 'graphile-worker'
import { log } from '@/lib/platform/log'

/** The queue's own lines: only what went wrong, without payloads. */
export const quietLogger = new Logger(() => (level, message) => {
  if (level === 'error' || level === 'warning') log().warn({ from: 'queue' }, message)
})
