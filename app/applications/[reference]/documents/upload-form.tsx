'use client'

import { type FormEvent, useState } from 'react'
import { Button } from '@/components/button'
import { FieldFrame } from '@/components/field-frame'

type UploadFormProps = {
  action: string
  field: string
  /** In bytes. */
  most: number
  error: string | null
  /** Where it says that a file is too large. */
  tooLarge: string
  words: { choose: string; upload: string; uploading: string; checking: string }
}

/** `null`: nothing is on its way; 100: all of it has left, and the service looks at it. */
type Progress = number | null

/** Sends one file. Without scripts a plain form; with them the same form, sent with a bar that shows how far it is. */
export function UploadForm({ action, field, most, error, tooLarge, words }: UploadFormProps) {
  const [progress, setProgress] = useState<Progress>(null)
  const name = `file-${field}`
  const shownError = error ?? undefined

  function send(event: FormEvent<HTMLFormElement>) {
    const form = event.currentTarget
    const file = new FormData(form).get('file')
    if (!(file instanceof File) || file.size === 0) return
    event.preventDefault()
    if (progress !== null) return
    // Whoever pays for each megabyte is told before it is sent.
    if (file.size > most) return window.location.assign(tooLarge)
    setProgress(0)
    sendWithProgress({ form, onProgress: setProgress, onFailure: () => form.submit() })
  }

  return (
    <form action={action} method="post" encType="multipart/form-data" onSubmit={send} className="flow-small">
      <input type="hidden" name="field" value={field} />
      <FieldFrame name={name} label={words.choose} error={shownError}>
        <input
          id={name}
          type="file"
          name="file"
          accept="image/jpeg,image/png,image/heic,image/heif,application/pdf,.heic,.heif"
          aria-invalid={shownError ? true : undefined}
          aria-describedby={shownError ? `${name}-error` : undefined}
          className="block min-h-target w-full max-w-read rounded-small border-2 border-line bg-paper p-2"
        />
      </FieldFrame>
      {progress === null ? (
        <Button kind="secondary">{words.upload}</Button>
      ) : (
        <UploadProgress progress={progress} words={words} />
      )}
    </form>
  )
}

function UploadProgress({ progress, words }: { progress: number; words: UploadFormProps['words'] }) {
  const text = progress < 100 ? words.uploading.replace('{percent}', String(progress)) : words.checking
  return (
    <div className="flow-small max-w-read">
      <progress max={100} value={progress} aria-label={text} className="h-4 w-full accent-brand" />
      <p role="status">{text}</p>
    </div>
  )
}

function sendWithProgress({
  form,
  onProgress,
  onFailure,
}: {
  form: HTMLFormElement
  onProgress: (percent: number) => void
  onFailure: () => void
}) {
  const request = new XMLHttpRequest()
  request.upload.addEventListener('progress', ({ loaded, total }) =>
    onProgress(total > 0 ? Math.floor((loaded / total) * 100) : 0),
  )
  // The answer leads to this page once more, with what came of it.
  request.addEventListener('load', () => window.location.assign(request.responseURL || window.location.href))
  request.addEventListener('error', onFailure)
  request.open('POST', form.action)
  request.send(new FormData(form))
}
