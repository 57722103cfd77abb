import { keepReaders } from './read-file'

/**
 * Has the service worker keep the offline page, the keys and the lists; it answers from then on without a network.
 * Links in QR codes are all capitals, and the scope of a worker tells capitals from small letters.
 */
export async function registerServiceWorker(): Promise<void> {
  // While a program is written, its parts change and keep their names: what is kept would not fit the page.
  if (process.env.NODE_ENV === 'development') return
  const { serviceWorker } = navigator
  await serviceWorker?.register('/verify/service-worker.js', { scope: '/V/' })
  await serviceWorker?.register('/verify/service-worker.js', { scope: '/v' })
}

/** Has it keep the readers of pictures and PDFs, too: more than a megabyte, for a desk that asked for it. */
export async function keepReadersOnDevice(): Promise<void> {
  const { serviceWorker } = navigator
  if (!serviceWorker) return
  await serviceWorker.ready
  if (!serviceWorker.controller) {
    await new Promise(resolve => {
      serviceWorker.addEventListener('controllerchange', resolve, { once: true })
    })
  }
  await keepReaders()
}
