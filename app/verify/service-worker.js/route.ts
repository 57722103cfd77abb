import { serviceWorkerAnswer } from '@/app/_shell/service-worker-answer'
import { serviceWorker } from './service-worker'

/**
 * GET /verify/service-worker.js: keeps the offline page, the keys and the lists on a verifier's device. It answers
 * for /verify, /v and /V: a code that is scanned without a network is judged on the device.
 */
export function GET(): Response {
  return serviceWorkerAnswer(serviceWorker)
}
