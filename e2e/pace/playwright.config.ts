import journeys from '../../playwright.config'

/** `npm run time-to-apply`: how long an application takes somebody who reads, thinks and types. */
export default {
  ...journeys,
  testDir: '.',
  testMatch: '*.pace.ts',
  globalSetup: '../support/prepare.ts',
  workers: 1,
  timeout: 600_000,
}
