/** Larger pictures are read no better, and fill an old phone's memory. */
const LONGEST_SIDE = 2_400

/** The pixels of something that can be drawn, on white, made smaller where it is large. */
export function pixelsOf(
  source: CanvasImageSource,
  { width, height }: { width: number; height: number },
): ImageData {
  const scale = Math.min(1, LONGEST_SIDE / Math.max(width, height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(width * scale))
  canvas.height = Math.max(1, Math.round(height * scale))
  const pen = canvas.getContext('2d', { willReadFrequently: true })
  if (!pen) throw new Error('this browser draws nothing')
  pen.fillStyle = '#fff' // A picture with a clear ground would be black on black.
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.drawImage(source, 0, 0, canvas.width, canvas.height)
  return pen.getImageData(0, 0, canvas.width, canvas.height)
}
