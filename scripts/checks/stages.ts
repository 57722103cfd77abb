import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { readyBuild } from '../start/build'
import { say } from '../start/say'
import { readAdvisories } from './advisories'
import { findBrowser } from './browser'
import { checksBuildFolder, checksBuildKey } from './build-for-checks'
import { type Counts, countPlaywright, countVitest, failuresOfPlaywright } from './counts'
import { findReaders } from './readers'
import { runProgram } from './run-program'

export type Stage = { name: string; run(room: { folder: string }): Promise<Counts & { output: string }> }

/** The stages in the order of their patience: what is quick to tell comes first. */
export const stages: Stage[] = [
  one('format', () => biome('format', '.')),
  one('lint', () => biome('lint', '.', '--error-on-warnings')),
  one('types', types),
  one('advisories', advisories),
  { name: 'rules', run: room => vitest({ project: 'rules', ...room }) },
  { name: 'database', run: room => vitest({ project: 'database', ...room }) },
  one('build', build),
  { name: 'browser', run: browser },
]

/** A stage that passes or fails as a whole. */
function one(name: string, run: () => Promise<{ code: number; output: string }>): Stage {
  return {
    name,
    run: async () => {
      const { code, output } = await run()
      return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, output }
    },
  }
}

function biome(...args: string[]) {
  return runProgram({ program: 'node_modules/@biomejs/biome/bin/biome', args })
}

async function types() {
  const routes = await runProgram({ program: 'node_modules/next/dist/bin/next', args: ['typegen'] })
  if (routes.code !== 0) return routes
  return await runProgram({ program: 'node_modules/typescript/bin/tsc', args: ['--noEmit'] })
}

/** Known advisories against what the service runs with fail; a registry that does not answer does not. */
async function advisories() {
  const args = [
    'audit',
    '--omit=dev',
    '--package-lock-only',
    '--json',
    '--fetch-retries=0',
    '--fetch-timeout=15000',
  ]
  const { output } = await runProgram({ program: 'npm', args, system: true, withinMinutes: 1 })
  const found = readAdvisories(output)
  if (found === 'no-answer') say('  ! 软件源没有答复安全公告 · the registry tells no advisories here')
  return { code: found === 'some' ? 1 : 0, output }
}

async function vitest({ project, folder }: { project: string; folder: string }) {
  await findReaders()
  const report = path.join(folder, `${project}.json`)
  const { output } = await runProgram({
    program: 'node_modules/vitest/vitest.mjs',
    args: [
      'run',
      '--project',
      project,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
  })
  return { ...counted({ report, count: countVitest }), output }
}

let buildHasFailed = false

async function build() {
  buildHasFailed = true
  await readyBuild({
    secrets: { NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: checksBuildKey },
    folder: checksBuildFolder,
    shutdown: { add: () => {} },
  })
  buildHasFailed = false
  return { code: 0, output: '' }
}

async function browser({ folder }: { folder: string }) {
  if (buildHasFailed)
    return { passed: 0, failed: 1, output: 'There is no build to visit: see the stage before.' }
  await findReaders()
  const report = path.join(folder, 'browser.json')
  const { output } = await runProgram({
    program: 'node_modules/@playwright/test/cli.js',
    args: ['test', '--reporter=line,json'],
    environment: { CHROME_PATH: await findBrowser(), PLAYWRIGHT_JSON_OUTPUT_FILE: report },
    withinMinutes: 30,
  })
  const failures = existsSync(report) ? failuresOfPlaywright(JSON.parse(readFileSync(report, 'utf8'))) : []
  return {
    ...counted({ report, count: countPlaywright }),
    output: [output.trim(), ...failures].join('\n\n'),
  }
}

function counted({ report, count }: { report: string; count: (report: unknown) => Counts }): Counts {
  if (!existsSync(report)) return { passed: 0, failed: 1 }
  return count(JSON.parse(readFileSync(report, 'utf8')))
}
