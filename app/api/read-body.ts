/** The body of a request, or null once it is larger than it may be, whatever length it announced. */
export async function readBody({
  request,
  largest,
}: {
  request: Request
  largest: number
}): Promise<Uint8Array | null> {
  if (Number(request.headers.get('content-length') ?? 0) > largest) return null
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of request.body ?? []) {
    size += piece.byteLength
    if (size > largest) return null
    pieces.push(piece)
  }
  return Buffer.concat(pieces)
}
