// What the service is measured against: node:http, the same check of a token, one look-up in PostgreSQL.
import { createServer } from 'node:http'
import postgres from 'postgres'
import { readPublicKey } from '@/lib/certificates/keys/signing-key'
import { readCertificateToken } from '@/lib/certificates/token/certificate-token'

const sql = postgres(process.env.DATABASE_APP_URL ?? '', { max: 10, onnotice: () => {} })
const rows = await sql<{ public_key: string }[]>`select public_key from signing_keys`
const keys = rows.map(row => readPublicKey(row.public_key))
const findKey = (keyId: string) => keys.find(key => key.keyId === keyId)

const server = createServer((request, response) => {
  const chunks: Buffer[] = []
  request.on('data', chunk => chunks.push(chunk))
  request.on('end', async () => {
    const { token } = JSON.parse(Buffer.concat(chunks).toString('utf8'))
    const read = readCertificateToken({ token, findKey })
    const [found] = read.ok
      ? await sql`select status, issued_on from certificates where number = ${read.value.number}`
      : []
    response.writeHead(200, { 'content-type': 'application/json' })
    response.end(JSON.stringify({ genuine: found !== undefined, ...found }))
  })
})
server.listen(Number(process.env.PORT))
