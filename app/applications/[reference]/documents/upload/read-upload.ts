import { done, failed, type Result } from '@/lib/platform/result'

/** The field and the borders of its form, beside the file. */
const roomForForm = 16 * 1024
/** So much more is read and thrown away, since a browser shows no answer to a body that nobody reads. */
const patienceBytes = 30 * 1024 * 1024

export type Upload = { field: string; file: { name: string; bytes: Buffer } }

/** Reads the form of an upload, and never keeps more of it than a file may have. */
export async function readUpload(
  request: Request,
  { largestFile }: { largestFile: number },
): Promise<Result<Upload, 'no-file' | 'empty-file' | 'too-large'>> {
  const body = await readAtMost(request, largestFile + roomForForm)
  if (!body) return failed('too-large')
  const form = await formOf(body, request.headers.get('content-type') ?? '')
  const file = form?.get('file')
  const field = form?.get('field')
  if (!(file instanceof File) || typeof field !== 'string') return failed('no-file')
  if (file.size === 0 && file.name !== '') return failed('empty-file')
  return done({
    field: field.slice(0, 60),
    file: { name: file.name, bytes: Buffer.from(await file.arrayBuffer()) },
  })
}

async function readAtMost(request: Request, most: number): Promise<Buffer | null> {
  const kept: Uint8Array[] = []
  let size = 0
  if (!request.body) return Buffer.alloc(0)
  for await (const part of request.body as unknown as AsyncIterable<Uint8Array>) {
    size += part.length
    if (size <= most) kept.push(part)
    else kept.length = 0
    if (size > most + patienceBytes) break
  }
  return size > most ? null : Buffer.concat(kept)
}

async function formOf(body: Buffer, contentType: string): Promise<FormData | null> {
  if (!contentType.startsWith('multipart/form-data')) return null
  try {
    return await new Response(new Uint8Array(body), { headers: { 'content-type': contentType } }).formData()
  } catch {
    return null
  }
}
