import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { chromium } from '@playwright/test'
import { expect, test } from '../support/journey'
import { downloadPaper, openOwnCertificate } from '../support/paper'
import { filmOf } from '../support/picture'

test('A clerk holds a certificate before the camera and sees the answer', async ({
  page,
  words,
  service,
  launchOptions,
}) => {
  const number = await openOwnCertificate({ page, words })
  const folder = mkdtempSync(path.join(tmpdir(), 'camera-'))
  const film = path.join(folder, 'paper.y4m')
  writeFileSync(film, filmOf(await downloadPaper({ page, number })))
  const { args = [], ...options } = launchOptions
  const withCamera = await chromium.launch({
    ...options,
    args: [
      ...args,
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-video-capture=${film}`,
    ],
  })
  try {
    const context = await withCamera.newContext({ baseURL: service.address, locale: 'zh-CN' })
    const desk = await context.newPage()
    await desk.goto('/verify')
    await desk.getByRole('button', { name: words.verify.reader.camera.start }).click()
    await desk.waitForURL('**/v/**')
    await expect(desk.getByRole('heading', { level: 1 })).toHaveText(words.verify.words.valid)
  } finally {
    await withCamera.close()
    rmSync(folder, { recursive: true })
  }
})

test('Where there is no camera, the page says what to do', async ({ page, words }) => {
  await page.goto('/verify')
  const { camera } = words.verify.reader
  await page.getByRole('button', { name: camera.start }).click()
  await expect(page.getByText(camera.none).or(page.getByText(camera.refused))).toBeVisible()
  await expect(page.getByRole('button', { name: camera.start })).toBeVisible()
})

test('No page but the scanner may use the camera', async ({ page }) => {
  for (const [path, may] of [
    ['/verify', true],
    ['/verify/offline', true],
    ['/', false],
    ['/verify/integrators', false],
    ['/v/none', false],
  ] as const) {
    const policy = (await page.goto(path))?.headers()['permissions-policy'] ?? ''
    expect(policy.includes('camera=(self)'), path).toBe(may)
  }
})
