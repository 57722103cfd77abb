import { describe, expect, test } from 'vitest'
import { mayEnter } from './reach'

const server = { uid: 70, gid: 70 }

describe('the user of the database may enter a folder', () => {
  test.each([
    [{ mode: 0o755, uid: 0, gid: 0 }, true, 'open to everybody'],
    [{ mode: 0o711, uid: 0, gid: 0 }, true, 'to pass through'],
    [{ mode: 0o700, uid: 0, gid: 0 }, false, 'root’s own home'],
    [{ mode: 0o700, uid: 70, gid: 0 }, true, 'its own'],
    [{ mode: 0o600, uid: 70, gid: 0 }, false, 'its own, but not to enter'],
    [{ mode: 0o750, uid: 0, gid: 70 }, true, 'of its group'],
    [{ mode: 0o705, uid: 0, gid: 70 }, false, 'closed to its group, though open to others'],
    [{ mode: 0o754, uid: 0, gid: 0 }, false, 'readable by others, but not to enter'],
  ])('%j: %s, %s', (stat, expected) => {
    expect(mayEnter({ stat, user: server })).toBe(expected)
  })
})
