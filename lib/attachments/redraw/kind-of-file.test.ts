import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aHeic, aPdf, aPhotograph, aPng } from '../testing/files'
import { fileKinds, isNamedAs, kindOfFile } from './kind-of-file'

describe('a file is what it begins with', () => {
  test('whatever it is called', async () => {
    expect(kindOfFile(await aPhotograph())).toBe('jpeg')
    expect(kindOfFile(await aPng())).toBe('png')
    expect(kindOfFile(aHeic)).toBe('heic')
    expect(kindOfFile(aPdf())).toBe('pdf')
  })
  test.each([
    ['nothing', Buffer.alloc(0)],
    ['a GIF', Buffer.from('GIF89a')],
    [
      'a drawing that can run scripts',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'),
    ],
    ['a page', Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['a program', Buffer.from('MZ\u0090\u0000')],
    ['an archive', Buffer.from('PK\u0003\u0004')],
    ['a film', Buffer.from('\0\0\0\u0018ftypisom')],
    ['a PDF behind something else', Buffer.from('GIF89a%PDF-1.7')],
  ])('%s is not taken', (_, bytes) => {
    expect(kindOfFile(bytes)).toBeNull()
  })
  test('and no bytes make it fail', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), bytes => {
        const kind = kindOfFile(Buffer.from(bytes))
        return kind === null || fileKinds.includes(kind)
      }),
    )
  })
})

describe('a name may promise nothing, but nothing else than the file is', () => {
  test.each([
    ['IMG_0001.JPG', 'jpeg', true],
    ['照片.jpeg', 'jpeg', true],
    ['photo.jfif', 'jpeg', true],
    ['IMG_2.HEIC', 'heic', true],
    ['身份证', 'png', true],
    ['scan.pdf', 'jpeg', false],
    ['paper.jpg', 'pdf', false],
    ['paper.pdf.exe', 'pdf', false],
  ] as const)('%s for a %s: %s', (name, kind, is) => {
    expect(isNamedAs({ name, kind })).toBe(is)
  })
})
