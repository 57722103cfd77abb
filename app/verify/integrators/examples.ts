/** Programs to copy, with the service's own address in them. */
export function examplesFor({ origin }: { origin: string }): {
  curl: string
  javascript: string
  batch: string
} {
  return {
    curl: `curl -X POST ${origin}/api/v1/verify \\
  -H 'Content-Type: application/json' \\
  -d '{"token": "${origin.toUpperCase()}/V/2KCE3IQ…", "purpose": "maternity insurance"}'

curl -X POST ${origin}/api/v1/verify \\
  -H 'Content-Type: application/json' \\
  -d '{"number": "4202 0200 6261 1240 0173", "checkCode": "K7MQ"}'`,
    javascript: `const response = await fetch('${origin}/api/v1/verify', {
  method: 'POST',
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify({ token: scannedLink }),
})
if (response.status === 429) waitSeconds(response.headers.get('Retry-After'))
const answer = await response.json()
if (answer.genuine && answer.status === 'valid') compareWithThePaper(answer)`,
    batch: `curl -X POST ${origin}/api/v1/verify/batch \\
  -H 'Content-Type: application/json' \\
  -d '{"questions": [{"token": "…"}, {"number": "…", "checkCode": "…"}]}'`,
  }
}
