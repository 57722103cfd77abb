import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { create } from 'fontkit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { blackAndWhite, blurred, type GreyPicture, readPgm, rotated, writePgm } from '../testing/grey-picture'
import type { PaperContent } from './certificate-paper'
import { renderCertificatePaper } from './render-certificate-paper'

const link = `HTTPS://DENGJI.EXAMPLE.CN/V/${'2KCE2AJHA4EIWEC6EPDTWDYQCB2W5YLF'.repeat(9).slice(0, 261)}`
const paper: PaperContent = {
  title: '生育登记服务证明',
  titleEnglish: 'Certificate of Birth-Service Registration',
  holders: [
    { name: '李婷', maskedDocumentNumber: '4202**********3525' },
    { name: '张𠮷䶮𬀩', maskedDocumentNumber: '4202**********0011' },
  ],
  countyName: '黄石港区',
  officeName: '黄石港街道',
  issuedOn: '2026-11-24',
  issuedAt: new Date('2026-11-24T02:41:00Z'),
  number: '42020200626112400173',
  checkCode: 'K7MQ',
  version: 1,
  identifier: '1.2.156.3005.2.11420000MB0DEMO008001.11420200MB0DEMO016.A1B2C3D4E5F6G7H8I9J0.001.X',
  registrationBasis: 'decided',
  verificationLink: link,
  demonstration: true,
}

const folder = mkdtempSync(path.join(tmpdir(), 'paper-'))
const file = path.join(folder, 'certificate.pdf')
let bytes: Buffer
let text: string

/** What an independent program says about the file. */
function ask(program: string, ...parameters: string[]): string {
  return execFileSync(program, parameters, {
    encoding: 'utf8',
    cwd: folder,
    maxBuffer: 64 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
}

beforeAll(async () => {
  bytes = await renderCertificatePaper(paper)
  writeFileSync(file, bytes)
  text = ask('pdftotext', '-layout', file, '-')
}, 30_000)
afterAll(() => rmSync(folder, { recursive: true }))

describe('the paper, as other programs read it', () => {
  test('is one A4 page of less than 200 kB without a fault', () => {
    expect(bytes.length).toBeLessThan(200_000)
    expect(ask('qpdf', '--check', file)).toContain('No syntax or stream encoding errors')
    expect(ask('pdfinfo', file)).toMatch(/Pages: +1\n/)
    expect(ask('pdfinfo', file)).toContain('(A4)')
  })

  test('says its title, its office and its language', () => {
    expect(ask('pdfinfo', file)).toContain('生育登记服务证明 42020200626112400173')
    expect(ask('pdfinfo', file)).toContain('湖北省黄石市黄石港区黄石港街道')
    expect(ask('qpdf', '--qdf', '--object-streams=disable', file, '-')).toContain('/Lang (zh-CN)')
  })

  test('is tagged for those who hear it: a heading, a list of what it certifies, pictures in words', () => {
    expect(ask('pdfinfo', file)).toMatch(/Tagged: +yes/)
    const structure = ask('pdfinfo', '-struct-text', file)
    expect(structure).toMatch(/^Document\n {2}H1 \(block\)\n {4}"生育登记服务证明"/)
    expect(structure).toMatch(/Lbl \(block\)\s+Span \(inline\)\s+"证明编号"[\s\S]*"4202 0200 6261 1240 0173"/)
    expect(structure.match(/ {4}LI \(block\)/g)).toHaveLength(5)
    expect(structure.match(/^ {2}Figure/gm)).toHaveLength(2)
    const plain = ask('qpdf', '--qdf', '--object-streams=disable', file, '-')
    expect(plain.match(/\/Alt /g)).toHaveLength(2)
    expect(plain).toContain('/DisplayDocTitle true')
    expect(plain).toContain('/Marked true')
    expect(plain.match(/ BDC\n| BMC\n/g)?.length).toBe(plain.match(/\nEMC\n/g)?.length)
  })

  test('carries every font inside it', () => {
    const fonts = ask('pdffonts', file).trim().split('\n').slice(2)
    expect(fonts.length).toBeGreaterThan(1)
    expect(fonts.filter(font => !/ yes yes yes /.test(font))).toEqual([])
  })

  test.each([
    '生育登记服务证明',
    '李婷',
    '张𠮷䶮𬀩',
    '4202**********3525',
    '湖北省黄石市黄石港区黄石港街道',
    '2026年11月24日',
    '24 November 2026',
    '4202 0200 6261 1240 0173',
    'K7MQ',
    'dengji.example.cn/verify',
    '演示样本，没有效力',
    paper.identifier,
  ])('its text can be copied: %s', expected => {
    expect(text).toContain(expected)
  })

  test('no glyph on it is empty or the mark for a missing one', () => {
    ask('qpdf', '--qdf', '--object-streams=disable', file, 'plain.pdf')
    const qdf = readFileSync(path.join(folder, 'plain.pdf'), 'latin1')
    const used = [...qdf.matchAll(/\[([^\]]*)\] TJ/g)].flatMap(([, shown = '']) =>
      [...shown.matchAll(/<([0-9a-f]+)>/gi)].flatMap(([, hex = '']) => hex.match(/.{4}/g) ?? []),
    )
    expect(used.length).toBeGreaterThan(300)
    expect(used).not.toContain('0000')
    for (const [, object = ''] of qdf.matchAll(/\/FontFile2 (\d+) 0 R/g)) {
      const show = [`--show-object=${object}`, '--filtered-stream-data', 'plain.pdf']
      const data = execFileSync('qpdf', show, { cwd: folder })
      const font = create(data)
      if ('fonts' in font) throw new Error('a collection was embedded')
      const glyphs = Array.from({ length: font.numGlyphs - 1 }, (_, index) => font.getGlyph(index + 1))
      expect(glyphs.filter(glyph => glyph.path.commands.length === 0).length).toBeLessThanOrEqual(1)
    }
  })

  test.each([
    ['black and white at 150 dpi', ['-mono', '-r', '150'], '.pbm'],
    ['grey at 100 dpi', ['-gray', '-r', '100'], '.pgm'],
  ])('a camera program reads the link: %s', (_, how, ending) => {
    ask('pdftoppm', ...how, '-singlefile', file, 'picture')
    expect(ask('zbarimg', '-q', '--raw', `picture${ending}`).trim()).toBe(link)
  })

  test.each<[string, (picture: GreyPicture) => GreyPicture]>([
    ['out of focus', picture => blurred(picture, 1.2)],
    ['out of focus, then copied in black and white', picture => blackAndWhite(blurred(picture, 1))],
    ['held askew', picture => rotated(picture, 7)],
    ['held askew and out of focus', picture => blurred(rotated(picture, 13), 1.2)],
    ['on its side', picture => rotated(picture, 90)],
  ])('a camera program reads the link from a picture of 150 dpi %s', (_, taken) => {
    ask('pdftoppm', '-gray', '-r', '150', '-singlefile', file, 'picture')
    // The lower left quarter, as somebody holds the camera over the code.
    const whole = readPgm(readFileSync(path.join(folder, 'picture.pgm')))
    writeFileSync(path.join(folder, 'taken.pgm'), writePgm(taken(codeOf(whole))))
    expect(ask('zbarimg', '-q', '--raw', 'taken.pgm').trim()).toBe(link)
  })
})

/** The part of the page around its code, with some of what stands beside it. */
function codeOf({ width, height, pixels }: GreyPicture): GreyPicture {
  const [from, side] = [Math.round(height * 0.7), Math.round(width * 0.5)]
  const rows = Array.from({ length: side }, (_, row) =>
    pixels.subarray((from + row) * width, (from + row) * width + side),
  )
  return { width: side, height: side, pixels: Buffer.concat(rows) }
}

test('the same version gives the same bytes', async () => {
  expect((await renderCertificatePaper(paper)).equals(bytes)).toBe(true)
})

test('how it came to be registered stands on it only where the office let the time run out', async () => {
  writeFileSync(file, await renderCertificatePaper({ ...paper, registrationBasis: 'deemed-by-lapse' }))
  expect(ask('pdftotext', file, '-')).toContain('办理机构未在承诺时限内作出决定')
  expect(text).not.toContain('办理机构未在承诺时限内作出决定')
})

test('a paper that is no demonstration does not say so', async () => {
  writeFileSync(file, await renderCertificatePaper({ ...paper, demonstration: false }))
  expect(ask('pdftotext', file, '-')).not.toContain('演示')
})

test.each([
  '阿卜杜热合曼·阿卜杜克热木江·买买提吐尔逊江·依明',
  'Wolfeschlegelsteinhausenbergerdorff Maximilian Johannes',
  '𠮷'.repeat(50),
  'W'.repeat(50),
])('a long name stays on its page: %s', async name => {
  const holder = { name, maskedDocumentNumber: '4202**********3525' }
  writeFileSync(file, await renderCertificatePaper({ ...paper, holders: [holder, holder] }))
  expect(ask('pdfinfo', file)).toMatch(/Pages: +1\n/)
  expect(ask('pdftotext', file, '-').replace(/\s/g, '')).toContain(name.replace(/\s/g, ''))
})

test('a character that no font draws is never printed as another', async () => {
  const holders = [{ name: '李\u{30001}', maskedDocumentNumber: '4202**********3525' }]
  await expect(renderCertificatePaper({ ...paper, holders })).rejects.toThrow('U+30001')
})
