'use client'

import { useEffect, useLayoutEffect, useState } from 'react'

type QueueKeysProps = {
  /** Id of the region with the rows; each row has one link, which the keys move between. */
  region: string
  /** Id of the form that takes the next case. */
  takeNext: string
  words: { hint: string; turnOff: string; turnOn: string }
}

const REMEMBERED = 'staff-queue-keys'

/**
 * J and K move through the queue, Enter opens (the link's own doing), N takes the next case. They can be
 * turned off, since single keys get in the way of speech input (WCAG 2.1.4).
 */
export function QueueKeys({ region, takeNext, words }: QueueKeysProps) {
  const [isOn, setIsOn] = useState<boolean | null>(null)

  useEffect(() => setIsOn(localStorage.getItem(REMEMBERED) !== 'off'), [])

  // Before the hint is painted: a key pressed by somebody who reads it must not fall between the two.
  useLayoutEffect(() => {
    if (!isOn) return
    const onKey = (event: KeyboardEvent) => {
      if (isTyping(event)) return
      const key = event.key.toLowerCase()
      if (key === 'j') moveFocus({ region, step: 1 })
      else if (key === 'k') moveFocus({ region, step: -1 })
      else if (key === 'n') submitForm(takeNext)
      else return
      event.preventDefault()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [isOn, region, takeNext])

  if (isOn === null) return null
  const turn = () => {
    localStorage.setItem(REMEMBERED, isOn ? 'off' : 'on')
    setIsOn(!isOn)
  }
  return (
    <p className="flex flex-wrap items-center gap-x-3 text-small text-ink-soft">
      {isOn && <span>{words.hint}</span>}
      <button type="button" onClick={turn} className="link-target text-brand underline">
        {isOn ? words.turnOff : words.turnOn}
      </button>
    </p>
  )
}

function isTyping({ target, altKey, ctrlKey, metaKey, isComposing }: KeyboardEvent): boolean {
  if (altKey || ctrlKey || metaKey || isComposing) return true
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  )
}

function moveFocus({ region, step }: { region: string; step: 1 | -1 }): void {
  const links = [...document.querySelectorAll<HTMLAnchorElement>(`#${region} tbody tr a`)]
  const active = document.activeElement
  const current = active instanceof HTMLAnchorElement ? links.indexOf(active) : -1
  const next = current === -1 ? 0 : Math.min(Math.max(current + step, 0), links.length - 1)
  links[next]?.focus()
}

function submitForm(id: string): void {
  const form = document.getElementById(id)
  if (form instanceof HTMLFormElement) form.requestSubmit()
}
