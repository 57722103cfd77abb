import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { BrowserContext } from '@playwright/test'
import type { Messages } from '../../app/_language/messages'
import { expect, type Page } from './journey'
import { signInAsResident } from './sign-in'

/** The demo's resident, who has a certificate. */
const DEMO_PHONE = '13800000001'

/** Sessions of this worker's service: a phone is sent one code a minute, and the stories do not wait for it. */
let session: Awaited<ReturnType<BrowserContext['cookies']>> | null = null

/** Signs the demo's resident in, the first time in a worker with a code. */
export async function signInAsDemoResident({ page, words }: { page: Page; words: Messages }): Promise<void> {
  if (session) await page.context().addCookies(session)
  else await signInAsResident({ page, words, phone: DEMO_PHONE })
  session = await page.context().cookies()
}

/** Signs the demo's resident in and opens their certificate; answers its number. */
export async function openOwnCertificate({ page, words }: { page: Page; words: Messages }): Promise<string> {
  await signInAsDemoResident({ page, words })
  await page.goto('/applications')
  await page.locator('main a[href^="/certificates/"]').first().click()
  await page.waitForURL(/\/certificates\/\d{20}$/)
  return new URL(page.url()).pathname.slice('/certificates/'.length)
}

/** The certificate as a file, as the button on its page gives it. */
export async function downloadPaper({ page, number }: { page: Page; number: string }): Promise<Buffer> {
  const answer = await page.request.get(`/certificates/${number}.pdf`)
  expect(answer.status()).toBe(200)
  expect(answer.headers()['content-type']).toBe('application/pdf')
  return answer.body()
}

/** What an independent program reads from the QR code of a printed paper: the path of its link. */
export function scan(paper: Buffer): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'scan-'))
  const ask = (program: string, ...parameters: string[]) =>
    execFileSync(program, parameters, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
  try {
    writeFileSync(path.join(folder, 'paper.pdf'), paper)
    ask('pdftoppm', '-mono', '-r', '150', '-singlefile', 'paper.pdf', 'paper')
    return new URL(ask('zbarimg', '-q', '--raw', 'paper.pbm').trim()).pathname
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** What `pdfsig` says of a paper's signature. */
export function askAboutSignature(paper: Buffer): string {
  return askAbout({ paper, program: 'pdfsig' })
}

/** What an independent program says of a paper. */
export function askAbout({
  paper,
  program,
}: {
  paper: Buffer
  program: 'pdfsig' | 'pdfinfo' | 'pdftotext'
}): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'paper-'))
  try {
    writeFileSync(path.join(folder, 'paper.pdf'), paper)
    return execFileSync(program, program === 'pdftotext' ? ['paper.pdf', '-'] : ['paper.pdf'], {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
  } finally {
    rmSync(folder, { recursive: true })
  }
}
