import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** A paper as somebody photographs it: one picture of its page. */
export function pictureOf(paper: Buffer): Buffer {
  return drawPage({ paper, as: '-png', file: 'paper.png' })
}

/** Size of the picture that the pretended camera shows; even, as its form wants it. */
const [WIDTH, HEIGHT] = [1_280, 960]

/** A film of one frame, for Chromium's pretended camera: the paper's lower part, as it is held before a camera. */
export function filmOf(paper: Buffer): Buffer {
  const { width, height, pixels } = readGrey(drawPage({ paper, as: '-gray', file: 'paper.pgm' }))
  const luma = Buffer.alloc(WIDTH * HEIGHT, 255)
  const top = Math.max(0, height - HEIGHT)
  for (let row = 0; row < Math.min(height, HEIGHT); row += 1) {
    const from = (top + row) * width
    pixels.copy(luma, row * WIDTH, from, from + Math.min(width, WIDTH))
  }
  const colour = Buffer.alloc((WIDTH * HEIGHT) / 2, 128)
  const head = `YUV4MPEG2 W${WIDTH} H${HEIGHT} F10:1 Ip A1:1 C420jpeg\n`
  return Buffer.concat([Buffer.from(head), Buffer.from('FRAME\n'), luma, colour])
}

function drawPage({ paper, as, file }: { paper: Buffer; as: string; file: string }): Buffer {
  const folder = mkdtempSync(path.join(tmpdir(), 'picture-'))
  try {
    writeFileSync(path.join(folder, 'paper.pdf'), paper)
    const parameters = [as, '-r', '110', '-singlefile', 'paper.pdf', 'paper']
    execFileSync('pdftoppm', parameters, { cwd: folder, stdio: 'ignore' })
    return readFileSync(path.join(folder, file))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Reads a picture of the form PGM (P5). */
function readGrey(file: Buffer): { width: number; height: number; pixels: Buffer } {
  const head = /^P5\s+(\d+)\s+(\d+)\s+\d+\s/.exec(file.subarray(0, 60).toString('latin1'))
  if (!head) throw new Error('no picture of this form')
  return { width: Number(head[1]), height: Number(head[2]), pixels: file.subarray(head[0].length) }
}
