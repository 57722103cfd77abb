type Sent = string | Buffer | { content: Buffer; fileName: string; type: string }

/** A form as bytes, so that what is no text at all can be sent, too. */
export function multipart(fields: readonly (readonly [string, Sent])[]): { type: string; body: Buffer } {
  const boundary = '----hostile-input'
  const parts = fields.flatMap(([name, sent]) => {
    const isFile = typeof sent === 'object' && 'fileName' in sent
    const file = isFile ? `; filename="${sent.fileName}"\r\nContent-Type: ${sent.type}` : ''
    return [
      Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="${name}"${file}\r\n\r\n`),
      isFile ? sent.content : Buffer.from(sent),
      Buffer.from('\r\n'),
    ]
  })
  const body = Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)])
  return { type: `multipart/form-data; boundary=${boundary}`, body }
}
