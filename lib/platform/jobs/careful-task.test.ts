import type { JobHelpers } from 'graphile-worker'
import { expect, test, vi } from 'vitest'
import { carefulTask } from './careful-task'

const recorded = vi.hoisted(() => ({ errors: [] as unknown[] }))
vi.mock('@/lib/platform/log', () => ({
  recordUnexpectedError: ({ error }: { error: unknown }) => {
    recorded.errors.push(error)
    return '12345678'
  },
}))

const helpers = {} as JobHelpers

test('a task that fails is tried again, and the queue learns only the number of the log line', async () => {
  const error = new Error('duplicate key value: 李婷 4202…')
  const task = carefulTask('testing', async () => {
    throw error
  })
  await expect(task({}, helpers)).rejects.toThrow(/^see the log line 12345678$/)
  expect(recorded.errors).toEqual([error])
})

test('a task that succeeds says nothing', async () => {
  await expect(carefulTask('testing', async () => {})({}, helpers)).resolves.toBeUndefined()
})
