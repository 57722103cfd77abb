import journeys from '../../playwright.config'

/** `npm run screens`: the journeys' own service, photographed. */
export default {
  ...journeys,
  testDir: '.',
  testMatch: '*.screens.ts',
  globalSetup: '../support/prepare.ts',
  workers: 1,
  timeout: 600_000,
}
