// `npm test`, once the packages are there: every stage in turn, its result as it ends, and the sum as the last line.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Counts } from './checks/counts'
import { endPrograms } from './checks/run-program'
import { type Stage, stages } from './checks/stages'
import { say } from './start/say'

/**
 * Runs the stages named, or all of them.
 *
 * @returns the exit code: 0 when nothing failed
 */
export async function runChecks(names: string[]): Promise<number> {
  const unknown = names.filter(name => !stages.some(stage => stage.name === name))
  if (unknown.length > 0) {
    say(`没有这样的步骤 · no such stage: ${unknown.join(', ')}`)
    say(`可选 · there are: ${stages.map(stage => stage.name).join(' ')}`)
    return 1
  }
  endOnSignal()
  const folder = mkdtempSync(path.join(tmpdir(), 'registration-checks-'))
  const sum = { passed: 0, failed: 0 }
  try {
    for (const stage of stages.filter(({ name }) => names.length === 0 || names.includes(name))) {
      const { passed, failed } = await runStage({ stage, folder })
      sum.passed += passed
      sum.failed += failed
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  say(`${sum.passed} passed, ${sum.failed} failed`)
  return sum.failed === 0 ? 0 : 1
}

async function runStage({ stage, folder }: { stage: Stage; folder: string }): Promise<Counts> {
  const begun = Date.now()
  const seconds = () => ((Date.now() - begun) / 1000).toFixed(1)
  say(`→ ${stage.name} …`)
  const tick = setInterval(() => say(`  … ${stage.name} ${seconds()} s`), 30_000)
  try {
    const { passed, failed, output } = await stage.run({ folder })
    if (failed > 0) say(output.trim())
    say(`${failed === 0 ? '✓' : '✗'} ${stage.name}: ${passed} passed, ${failed} failed (${seconds()} s)`)
    return { passed, failed }
  } catch (error) {
    say(`✗ ${stage.name}: ${error instanceof Error ? error.message : String(error)} (${seconds()} s)`)
    return { passed: 0, failed: 1 }
  } finally {
    clearInterval(tick)
  }
}

function endOnSignal(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      endPrograms()
      setTimeout(() => process.exit(130), 3_000)
    })
  }
}
