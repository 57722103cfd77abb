import { expect, test } from 'vitest'
import { readUpload } from './read-upload'

const largestFile = 1_000
const send = (file: File | string) => {
  const body = new FormData()
  body.set('field', 'child')
  body.set('file', file)
  return readUpload(new Request('http://localhost/', { method: 'POST', body }), { largestFile })
}

test('a file is read with the field that it is for', async () => {
  const read = await send(new File(['photo'], 'photo.jpg'))
  expect(read).toMatchObject({ ok: true, value: { field: 'child', file: { name: 'photo.jpg' } } })
})

test.each([
  ['nothing was chosen', 'no-file', ''],
  ['an empty file was chosen', 'empty-file', new File([], 'photo.jpg')],
  ['it is larger than it may be', 'too-large', new File(['x'.repeat(60_000)], 'photo.jpg')],
])('%s: %s', async (_what, failure, file) => {
  expect(await send(file)).toMatchObject({ ok: false, failure })
})
