'use client'

import { useEffect } from 'react'

/** Residents' own rooms. The verifiers' have a worker of their own (app/verify), and one must not wait for the other. */
const rooms = ['/applications', '/apply']

/** On the pages to which residents come back: from then on a phone without a network shows ours instead of the browser’s. */
export function KeepOfflinePage() {
  useEffect(() => {
    // While a program is written, its parts change and keep their names: what is kept would not fit.
    if (process.env.NODE_ENV === 'development') return
    for (const scope of rooms) {
      // Where it is refused, as in a private window, everything else works as before.
      navigator.serviceWorker?.register('/offline/service-worker.js', { scope }).catch(() => {})
    }
  }, [])
  return null
}
