import { describe, expect, test } from 'vitest'
import { countPlaywright, countVitest, failuresOfPlaywright } from './counts'

describe('counting what a stage found', () => {
  test('a test file that cannot be loaded is a failure, though none of its tests ran', () => {
    const report = {
      numPassedTests: 3,
      numFailedTests: 1,
      testResults: [
        { status: 'passed', assertionResults: [{ status: 'passed' }, { status: 'passed' }] },
        { status: 'failed', assertionResults: [{ status: 'passed' }, { status: 'failed' }] },
        { status: 'failed', assertionResults: [] },
      ],
    }
    expect(countVitest(report)).toEqual({ passed: 3, failed: 2 })
  })

  test('a journey that needed a second try, and an error outside any journey, are failures', () => {
    const report = {
      stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 0 },
      errors: [{ message: 'no build' }],
    }
    expect(countPlaywright(report)).toEqual({ passed: 5, failed: 3 })
  })

  test('a report of another form is refused, not counted as nothing', () => {
    expect(() => countVitest({})).toThrow()
    expect(() => countPlaywright({ stats: {} })).toThrow()
  })

  test('what failed in the browser is told with its place and its reason, however deep its group', () => {
    const spec = (title: string, messages: string[]) => ({
      title,
      ok: messages.length === 0,
      file: 'resident/applies.spec.ts',
      line: 15,
      tests: [{ results: [{ errors: messages.map(message => ({ message })) }] }],
    })
    const report = {
      suites: [
        {
          title: 'resident/applies.spec.ts',
          specs: [spec('A village worker applies', [])],
          suites: [{ title: 'en', specs: [spec('A mother applies', ['the page was away'])] }],
        },
      ],
    }
    expect(failuresOfPlaywright(report)).toEqual([
      'resident/applies.spec.ts:15 A mother applies\nthe page was away',
    ])
  })
})
