'use client'

import { useEffect, useRef, useState } from 'react'
import { Button } from '@/components/button'
import { type CameraTrouble, lookForCode, startCamera, stopCamera } from './camera'
import type { ReaderWords } from './reader-words'

type CameraScannerProps = { words: ReaderWords; onText: (text: string) => void }

/** Reads the code before the device's camera. The camera runs only between the two buttons. */
export function CameraScanner({ words, onText }: CameraScannerProps) {
  const [state, setState] = useState<'off' | 'on' | CameraTrouble>('off')
  const video = useRef<HTMLVideoElement>(null)
  const running = useRef<AbortController | null>(null)

  useEffect(() => () => running.current?.abort(), [])

  const scan = async () => {
    if (!video.current) return
    const control = new AbortController()
    running.current = control
    setState('on')
    const stream = await startCamera(video.current)
    if (typeof stream === 'string') return setState(stream)
    if (control.signal.aborted) stopCamera(stream) // Stopped while the browser still asked.
    control.signal.addEventListener('abort', () => stopCamera(stream))
    const text = await lookForCode(video.current, control.signal)
    control.abort()
    setState('off')
    if (text) onText(text)
  }

  return (
    <div className="flow-small">
      <p className="text-lead font-bold">{words.camera.label}</p>
      <p className="text-ink-soft">{words.camera.hint}</p>
      <video
        ref={video}
        muted
        playsInline
        aria-label={words.camera.picture}
        className={`w-full rounded-panel bg-ink ${state === 'on' ? '' : 'hidden'}`}
      />
      <p role="status" className={state === 'on' || state === 'off' ? '' : 'font-bold text-stop'}>
        {state !== 'off' && words.camera[state]}
      </p>
      {state === 'on' ? (
        <Button type="button" kind="secondary" onClick={() => running.current?.abort()}>
          {words.camera.stop}
        </Button>
      ) : (
        <Button type="button" kind="secondary" onClick={() => void scan()}>
          {words.camera.start}
        </Button>
      )}
    </div>
  )
}
