import { pixelsOf } from './pixels'

/** Why the camera did not start; each has its sentence. */
export type CameraTrouble = 'refused' | 'none' | 'failed'

/** Between two looks, so that an old phone stays cool and the page answers. */
const PAUSE_MILLISECONDS = 120

/** Starts the camera at the back, if there is one, and shows it. */
export async function startCamera(video: HTMLVideoElement): Promise<MediaStream | CameraTrouble> {
  if (!navigator.mediaDevices) return 'none'
  try {
    const stream = await navigator.mediaDevices.getUserMedia({
      audio: false,
      video: { facingMode: { ideal: 'environment' }, width: { ideal: 1_280 }, height: { ideal: 960 } },
    })
    video.srcObject = stream
    await video.play()
    return stream
  } catch (error) {
    const name = error instanceof DOMException ? error.name : ''
    if (name === 'NotAllowedError') return 'refused'
    return name === 'NotFoundError' || name === 'OverconstrainedError' ? 'none' : 'failed'
  }
}

export function stopCamera(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop()
}

/** Looks until a code is read or the signal says stop. The pictures stay on the device and are not kept. */
export async function lookForCode(video: HTMLVideoElement, signal: AbortSignal): Promise<string | null> {
  const { readCode } = await import('./read-code')
  while (!signal.aborted) {
    const size = { width: video.videoWidth, height: video.videoHeight }
    const text = size.width > 0 ? await readCode(pixelsOf(video, size), 'moving') : null
    if (text) return signal.aborted ? null : text
    await new Promise(resolve => setTimeout(resolve, PAUSE_MILLISECONDS))
  }
  return null
}
