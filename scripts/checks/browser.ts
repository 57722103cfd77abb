import { chromium } from '@playwright/test'
import { StartFailure } from '../start/say'
import { installSystemPackages, isProgram, onPath } from './machine'
import { runProgram } from './run-program'

/** Chromium without its window first: it shows the same pages and takes a third less of a small machine's time. */
const names = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
]

/** A Chromium to drive: the one named, an installed one, Playwright's own, or else one installed now. */
export async function findBrowser(): Promise<string> {
  const there = installedBrowser()
  if (there) return there
  if (!(await installSystemPackages(['chromium-headless-shell']))) await installSystemPackages(['chromium'])
  const installed = installedBrowser()
  if (installed) return installed
  await runProgram({ program: 'node_modules/playwright-core/cli.js', args: ['install', 'chromium'] })
  const own = installedBrowser()
  if (own) return own
  throw new StartFailure(
    '没有可用的 Chromium:请安装 chromium，或用 CHROME_PATH 指明位置 · no Chromium: install it, or name it in CHROME_PATH',
  )
}

/** The Chromium that is there already, if any. */
export function installedBrowser(): string | undefined {
  const named = process.env.CHROME_PATH
  if (named && isProgram(named)) return named
  const found = names.map(onPath).find(place => place !== undefined)
  if (found) return found
  const own = chromium.executablePath()
  return isProgram(own) ? own : undefined
}
