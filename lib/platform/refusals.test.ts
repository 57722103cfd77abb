import { expect, test } from 'vitest'
import { hearRefusals, type Refusal } from './refusals'
import { failed } from './result'

/** What is told of a run, and how it ended. */
async function told(run: () => Promise<unknown>) {
  const all: Refusal[][] = []
  const ended = await hearRefusals(run, async heard => void all.push(heard)).catch(() => 'thrown')
  return { all, ended }
}

const aMomentLater = () => new Promise(resolve => setImmediate(resolve))

test('a command that was refused is told once, after its answer', async () => {
  const { all, ended } = await told(async () => {
    await aMomentLater()
    failed('other-office')
    failed('other-office')
    return failed('not-your-role')
  })
  expect(all).toEqual([['not-your-role', 'other-office']])
  expect(ended).toMatchObject({ failure: 'not-your-role' })
})

test('it is told too where the answer is a redirect, which is thrown', async () => {
  const { all, ended } = await told(async () => {
    failed('party-to-the-case')
    throw new Error('redirect')
  })
  expect(all).toEqual([['party-to-the-case']])
  expect(ended).toBe('thrown')
})

test('what somebody typed wrong is no refusal', async () => {
  expect((await told(async () => failed('reason-missing'))).all).toEqual([])
})

test('two people at once are not taken for each other', async () => {
  const [one, other] = await Promise.all([
    told(async () => {
      await aMomentLater()
      return failed('not-your-role')
    }),
    told(async () => {
      await aMomentLater()
      return 'registered'
    }),
  ])
  expect(one.all).toEqual([['not-your-role']])
  expect(other.all).toEqual([])
})

test('nobody listens outside a request', () => {
  expect(failed('not-your-role')).toMatchObject({ ok: false })
})
