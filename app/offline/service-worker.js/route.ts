import { serviceWorkerAnswer } from '@/app/_shell/service-worker-answer'
import { serviceWorker } from './service-worker'

/** GET /offline/service-worker.js: keeps the page for a phone that reaches nobody. */
export function GET(): Response {
  return serviceWorkerAnswer(serviceWorker)
}
