import { say } from '../start/say'
import { installSystemPackages, onPath } from './machine'

/** Programs by which others read what we make: the QR code, the PDF, its fonts and its signature. */
const packageOf: Record<string, string> = {
  zbarimg: 'zbar-tools',
  pdfsig: 'poppler-utils',
  pdffonts: 'poppler-utils',
  pdftotext: 'poppler-utils',
  pdftoppm: 'poppler-utils',
  qpdf: 'qpdf',
  openssl: 'openssl',
}

/** Installs the independent readers that are missing, where that can be done; a test that lacks one says so. */
export async function findReaders(): Promise<void> {
  const missing = Object.keys(packageOf).filter(program => !onPath(program))
  if (missing.length === 0) return
  const packages = [...new Set(missing.map(program => packageOf[program] ?? program))]
  if (await installSystemPackages(packages)) return
  say(`  ! 缺少 · missing: ${missing.join(', ')} (apt-get install ${packages.join(' ')})`)
}
