/**
 * How a process of the product ends: when its parent says so, or is gone. Ctrl-C reaches it too, but the parent
 * decides on the order, so it waits to be told.
 */
export function obeyParent(stop: () => Promise<void>): void {
  let stopping = false
  const end = () => {
    if (stopping) return
    stopping = true
    // Whatever still hangs when the parent's patience is over has had its time.
    setTimeout(() => process.exit(0), 5_000).unref()
    stop().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  }
  process.on('SIGTERM', end)
  process.on('disconnect', end)
  for (const signal of ['SIGINT', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (!process.connected) end()
    })
  }
}
