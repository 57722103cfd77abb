import fc from 'fast-check'
import { anyBytes, anyText, encode } from './any-text'
import type { Attack } from './attacks'
import { multipart } from './multipart'

/** How files begin that a reader of pictures or papers takes up, before it finds what is wrong. */
const beginnings = [
  '\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\xff\xff\xff\xff\xff\xff\xff\xff\x08\x06\x00\x00\x00',
  '\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01',
  '\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic',
  'RIFF\xff\xff\xff\xffWEBPVP8 ',
  'GIF89a\xff\xff\xff\xff',
  '%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj\n',
  '%PDF-1.7\n2 0 obj<</Type/Pages/Kids[2 0 R]/Count 1000000000>>endobj\ntrailer<</Root 2 0 R>>',
  '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>',
  '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>',
  'PK\x03\x04\x14\x00\x00\x00\x08\x00',
  'MZ\x90\x00',
].map(text => Buffer.from(text, 'latin1'))

/** A file, broken or not what it says, to the page where an applicant shows one. */
export function attackOnUpload(path: string): fc.Arbitrary<Attack> {
  return fc
    .record({
      start: fc.constantFrom(...beginnings, Buffer.alloc(0)),
      rest: fc.oneof(
        anyBytes,
        fc.uint8Array({ maxLength: 2_000 }).map(bytes => Buffer.from(bytes)),
      ),
      name: anyText,
      field: anyText,
      type: fc.constantFrom('image/png', 'application/pdf', 'text/html', ''),
    })
    .map(({ start, rest, name, field, type }) => {
      const fileName = encode(name).replaceAll('"', '%22').slice(0, 1_000)
      const file = { content: Buffer.concat([start, rest]), fileName, type }
      return {
        how: 'body' as const,
        role: 'resident',
        path,
        ...multipart([
          ['field', field],
          ['file', file],
        ]),
      }
    })
}
