/** A page of a paper that somebody showed: for this reader alone, never kept by a browser, and nothing but a picture. */
export function pictureAnswer({ picture, page }: { picture: Buffer; page: number }): Response {
  return new Response(new Uint8Array(picture), {
    headers: {
      'Content-Type': 'image/jpeg',
      'Content-Disposition': `inline; filename="page-${page}.jpg"`,
      'Cache-Control': 'private, no-store',
    },
  })
}

/** The number of a page in an address; 0 names none. */
export function pageNumber(part: string): number {
  return /^\d{1,2}$/.test(part) ? Number(part) : 0
}
