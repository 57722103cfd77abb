import type { JobHelpers } from 'graphile-worker'
import { expect, test } from 'vitest'
import { carefulTask } from './careful-task'

const helpers = {} as JobHelpers

test('a task that fails is tried again, and the queue learns only the number of the log line', async () => {
  const error = new Error('duplicate key value: 李婷 4202…')
  const recorded: unknown[] = []
  const record = (told: { error: unknown }) => {
    recorded.push(told.error)
    return '12345678'
  }
  const fail = async () => {
    throw error
  }
  const task = carefulTask('testing', fail, record)
  await expect(task({}, helpers)).rejects.toThrow(/^see the log line 12345678$/)
  expect(recorded).toEqual([error])
})

test('a task that succeeds says nothing', async () => {
  await expect(carefulTask('testing', async () => {})({}, helpers)).resolves.toBeUndefined()
})
