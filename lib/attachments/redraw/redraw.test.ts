import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { aHeic, aPdf, aPhotograph, aPictureBomb, aPng, packedObjects } from '../testing/files'
import { redrawFile } from './redraw-file'
import { redrawHeic } from './redraw-heic'
import { redrawPdf } from './redraw-pdf'
import { redrawPicture } from './redraw-picture'

describe('a photograph', () => {
  test('is drawn anew: upright, and without place, time and camera', async () => {
    const page = await redrawPicture(await aPhotograph({ width: 60, height: 40 }))
    expect([page.width, page.height]).toEqual([40, 60])
    const kept = await sharp(page.picture).metadata()
    expect(kept).toMatchObject({ format: 'jpeg', width: 40, height: 60 })
    expect([kept.exif, kept.icc, kept.xmp, kept.iptc]).toEqual([undefined, undefined, undefined, undefined])
    expect(page.picture.includes('Huangshi Phone')).toBe(false)
  })

  test('is as large as one reads it, and its small picture is small', async () => {
    const page = await redrawPicture(await aPhotograph({ width: 3_000, height: 1_500 }))
    expect([page.width, page.height]).toEqual([1_100, 2_200])
    expect(await sharp(page.thumbnail).metadata()).toMatchObject({ width: 180, height: 360 })
  })

  test('loses whatever was hung on behind it', async () => {
    const withMore = Buffer.concat([await aPhotograph(), Buffer.from('<script>alert(1)</script>')])
    expect((await redrawPicture(withMore)).picture.includes('script')).toBe(false)
  })

  test('may be a PNG, whose clear parts become white', async () => {
    const { picture } = await redrawPicture(await aPng())
    expect((await sharp(picture).metadata()).format).toBe('jpeg')
  })

  test('may be an HEIC of a phone', async () => {
    const page = await redrawHeic(aHeic)
    expect([page.width, page.height]).toEqual([64, 64])
    expect((await sharp(page.picture).metadata()).format).toBe('jpeg')
  })

  test('that promises more pixels than any phone has is not decoded', async () => {
    await expect(redrawPicture(aPictureBomb())).rejects.toMatchObject({ failure: 'too-many-pixels' })
  })
})

describe('a PDF', () => {
  test('becomes a picture of each page', async () => {
    const pages = await redrawPdf(aPdf({ pages: 2 }))
    expect(pages.map(({ width, height }) => [width, height])).toEqual([
      [556, 278],
      [556, 278],
    ])
  })

  const script = '<< /S /JavaScript /JS (app.alert(1)) >>'
  test.each([
    ['a script at its opening', aPdf({ catalog: `/OpenAction ${script}` })],
    ['a script under a disguised name', aPdf({ catalog: '/OpenAction << /S /Java#53cript /J#53 (x) >>' })],
    ['a script among packed objects', aPdf({ objects: [packedObjects(script)] })],
    ['a program that it starts', aPdf({ catalog: '/OpenAction << /S /Launch /F (cmd.exe) >>' })],
    ['a file inside', aPdf({ objects: ['<< /Type /EmbeddedFile /Length 1 >>\nstream\nx\nendstream'] })],
    ['a form that sends itself', aPdf({ objects: ['<< /S /SubmitForm /F (http://x.example) >>'] })],
  ])('with %s is refused', async (_, bytes) => {
    await expect(redrawPdf(bytes)).rejects.toMatchObject({ failure: 'pdf-does-more' })
  })

  test('whose pages only contain such words in their text is taken', async () => {
    const text = '<< /Length 30 >>\nstream\n(/JavaScript /Launch) Tj\nendstream'
    expect(await redrawPdf(aPdf({ objects: [text] }))).toHaveLength(1)
  })

  test('that is locked is refused', async () => {
    const locked = aPdf({ trailer: '/Encrypt << /Filter /Standard /V 1 /R 2 >>' })
    await expect(redrawPdf(locked)).rejects.toMatchObject({ failure: 'pdf-is-locked' })
  })

  test('of more pages than anybody was asked for is refused', async () => {
    await expect(redrawPdf(aPdf({ pages: 11 }))).rejects.toMatchObject({ failure: 'too-many-pages' })
  })
})

describe('in a process of its own', () => {
  test('a photograph comes back drawn', async () => {
    const redrawn = await redrawFile({ file: await aPhotograph(), kind: 'jpeg' })
    expect(redrawn).toMatchObject({ ok: true, value: [{ width: 40, height: 60 }] })
  })

  test.each([
    ['half a photograph', 'jpeg', async () => (await aPhotograph()).subarray(0, 200), 'cannot-be-read'],
    ['a bomb', 'png', async () => aPictureBomb(), 'too-many-pixels'],
    ['a broken PDF', 'pdf', async () => Buffer.from('%PDF-1.7\nnothing'), 'cannot-be-read'],
    ['a broken HEIC', 'heic', async () => aHeic.subarray(0, 120), 'cannot-be-read'],
  ] as const)('%s comes back as a sentence', async (_, kind, make, failure) => {
    expect(await redrawFile({ file: await make(), kind })).toMatchObject({ ok: false, failure })
  })
})
