import { defineConfig } from '@playwright/test'
import { installedBrowser } from './scripts/checks/browser'

export default defineConfig({
  testDir: 'e2e',
  globalSetup: './e2e/support/prepare.ts',
  fullyParallel: false,
  workers: 2,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'line',
  use: {
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1280, height: 900 },
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: installedBrowser(),
      // Chromium's own sandbox cannot be had as root.
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    },
  },
})
