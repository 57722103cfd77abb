import { useSyncExternalStore } from 'react'

const neverChanges = () => () => {}

/** Whether scripts run here: not while the server draws the page, and never where they are switched off. */
export function useHasScripts(): boolean {
  return useSyncExternalStore(
    neverChanges,
    () => true,
    () => false,
  )
}
