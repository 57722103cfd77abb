// What a signed paper costs, in a process of its own; see ../certificate.ts.
import '@/db/testing/test-environment'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { chromium } from '@playwright/test'
import { type PaperContent, renderCertificatePaper } from '@/lib/certificates/paper'
import { newDemoCertificate } from '@/lib/certificates/signature/demo-certificate'
import { signPaper } from '@/lib/certificates/signature/sign-paper'
import { readSigningCertificate } from '@/lib/certificates/signature/signing-certificate'
import { findBrowser } from '../../checks/browser'
import { paperPage } from './paper-page'

const PAPERS = 5_000
const WARM_UP = 100
const PRINTED = 40

const paper: PaperContent = {
  title: '生育登记服务证明',
  titleEnglish: 'Certificate of Birth-Service Registration',
  holders: [
    { name: '李婷', maskedDocumentNumber: '4202**********3525' },
    { name: '张𠮷', maskedDocumentNumber: '4202**********0011' },
  ],
  countyName: '黄石港区',
  officeName: '黄石港街道',
  issuedOn: '2026-11-24',
  issuedAt: new Date('2026-11-24T02:41:00Z'),
  number: '42020200626112400173',
  checkCode: 'K7MQ',
  version: 1,
  identifier: '1.2.156.3005.2.11420000MB0DEMO008001.11420200MB0DEMO016.A1B2C3D4E5F6G7H8I9J0.001.X',
  registrationBasis: 'decided',
  verificationLink: `HTTPS://DENGJI.EXAMPLE.CN/V/${'2KCE2AJHA4EIWEC6EPDTWDYQCB2W5YLF'.repeat(9).slice(0, 261)}`,
  demonstration: true,
}

/** Signed papers, one after the other in one process, with its memory; then the same page printed by Chromium. */
async function measurePaper(): Promise<void> {
  const perSecond = await measureSignedPapers()
  const printed = await measureChromium()
  console.log(`signed papers: ${perSecond.toFixed(1)} a second (wanted: 15)`)
  console.log(
    `Chromium, the same page: ${printed.toFixed(2)} a second; ${(perSecond / printed).toFixed(1)} times (wanted: 10)`,
  )
}

async function measureSignedPapers(): Promise<number> {
  const signer = readSigningCertificate(newDemoCertificate())
  const make = async (count: number) => {
    const pdf = await renderCertificatePaper({
      ...paper,
      number: String(42020200626112400000n + BigInt(count)),
    })
    await signPaper({ pdf, signer, at: paper.issuedAt, signedBy: paper.officeName, reason: 'issue' })
  }
  for (let count = 0; count < WARM_UP; count += 1) await make(count)
  const begun = performance.now()
  for (let count = 1; count <= PAPERS; count += 1) {
    await make(count)
    // As between two requests: memory that was given back is taken away only at a turn of the event loop.
    await nextTurn()
    if (count % 1_000 === 0) sayMemory(count)
  }
  return PAPERS / ((performance.now() - begun) / 1_000)
}

/** After a collection, where Node was started with --expose-gc. */
function sayMemory(count: number): void {
  globalThis.gc?.()
  const { rss, heapUsed } = process.memoryUsage()
  console.log(
    `after ${count}: ${(rss / 1e6).toFixed(0)} MB in all, ${(heapUsed / 1e6).toFixed(0)} MB of objects`,
  )
}

async function measureChromium(): Promise<number> {
  const browser = await chromium.launch({ executablePath: await findBrowser(), args: ['--no-sandbox'] })
  try {
    const page = await browser.newPage()
    const html = await paperPage(paper)
    const print = async () => {
      await page.setContent(html, { waitUntil: 'load' })
      await page.pdf({ preferCSSPageSize: true })
    }
    for (let count = 0; count < 3; count += 1) await print()
    const begun = performance.now()
    for (let count = 0; count < PRINTED; count += 1) await print()
    return PRINTED / ((performance.now() - begun) / 1_000)
  } finally {
    await browser.close()
  }
}

await measurePaper()
