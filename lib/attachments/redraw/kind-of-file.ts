/** The files that a phone or a scanner makes of a paper. */
export const fileKinds = ['jpeg', 'png', 'heic', 'pdf'] as const
export type FileKind = (typeof fileKinds)[number]

const namesOfKind: Record<FileKind, readonly string[]> = {
  jpeg: ['jpg', 'jpeg', 'jpe', 'jfif'],
  png: ['png'],
  heic: ['heic', 'heif', 'hif'],
  pdf: ['pdf'],
}

/** The brands of the ISO container under which phones keep HEVC pictures (ISO/IEC 23008-12). */
const heicBrands = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1'])

/** What a file is by its first bytes, whatever its name or the browser says; null for anything not taken. */
export function kindOfFile(bytes: Buffer): FileKind | null {
  if (bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return 'jpeg'
  if (bytes.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))) return 'png'
  if (bytes.subarray(0, 5).toString('latin1') === '%PDF-') return 'pdf'
  const isContainer = bytes.subarray(4, 8).toString('latin1') === 'ftyp'
  return isContainer && heicBrands.has(bytes.subarray(8, 12).toString('latin1')) ? 'heic' : null
}

/** Whether a file's name promises what it is. A name without an ending promises nothing. */
export function isNamedAs({ name, kind }: { name: string; kind: FileKind }): boolean {
  const ending = /\.([^./\\]{1,12})$/.exec(name.trim())?.[1]?.toLowerCase()
  return ending === undefined || namesOfKind[kind].includes(ending)
}
