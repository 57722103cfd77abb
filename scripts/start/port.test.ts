import { createServer } from 'node:net'
import { describe, expect, test, vi } from 'vitest'
import { anyFreePort } from '@/lib/platform/embedded-database'
import { choosePort, readPort } from './port'
import { StartFailure } from './say'

describe('the port to serve on', () => {
  test.each([
    [undefined, 3000],
    ['', 3000],
    ['8080', 8080],
    ['65535', 65_535],
  ])('PORT=%s: %i', (asked, port) => {
    expect(readPort(asked)).toBe(port)
  })

  test.each(['0', '65536', '-1', '3000x', '1e3', ' 80', 'http'])(
    'PORT=%s is refused in a sentence',
    asked => {
      expect(() => readPort(asked)).toThrow(StartFailure)
    },
  )

  test('a taken port is said, and the next free one is used', async () => {
    const said = vi.spyOn(console, 'log').mockImplementation(() => {})
    const taken = await anyFreePort()
    const other = createServer()
    await new Promise<void>(resolve => other.listen(taken, () => resolve()))
    expect(await choosePort(String(taken))).toBeGreaterThan(taken)
    expect(said).toHaveBeenCalledWith(expect.stringContaining(`port ${taken} is taken`))
    said.mockRestore()
    await new Promise(resolve => other.close(resolve))
  })

  test('a free port is taken as it was asked for', async () => {
    const free = await anyFreePort()
    expect(await choosePort(String(free))).toBe(free)
  })
})
