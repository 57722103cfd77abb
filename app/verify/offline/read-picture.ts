/** The part of the Barcode Detection API that is used; browsers that lack it read no pictures. */
type Detector = { detect(picture: ImageBitmap): Promise<{ rawValue: string }[]> }
type WithDetector = { BarcodeDetector?: new (options: { formats: string[] }) => Detector }

/** The text of the QR code in a picture; what is missing otherwise. The picture never leaves the device. */
export async function readPicture(
  file: Blob,
): Promise<{ text: string } | { missing: 'noReader' | 'noCode' }> {
  const { BarcodeDetector } = globalThis as WithDetector
  if (!BarcodeDetector) return { missing: 'noReader' }
  try {
    const [found] = await new BarcodeDetector({ formats: ['qr_code'] }).detect(await createImageBitmap(file))
    return found ? { text: found.rawValue } : { missing: 'noCode' }
  } catch {
    return { missing: 'noCode' }
  }
}
