import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { endOfKeyPublishedAt, isSoonAtItsEnd } from './end-of-key'

const at = (text: string) => new Date(text)

describe('the end of a signing key', () => {
  it('comes three years after it was published', () => {
    expect(endOfKeyPublishedAt(at('2026-11-25T10:00:00.123Z'))).toEqual(at('2029-11-25T10:00:00Z'))
  })

  it('comes on 1 March for a key of 29 February', () => {
    expect(endOfKeyPublishedAt(at('2028-02-29T10:00:00Z'))).toEqual(at('2031-03-01T10:00:00Z'))
  })

  it('is whole seconds after its beginning, whenever that is', () => {
    const days = fc.date({ min: at('2000-01-01'), max: at('2100-01-01'), noInvalidDate: true })
    fc.assert(
      fc.property(days, publishedAt => {
        const end = endOfKeyPublishedAt(publishedAt)
        expect(end.getTime() % 1_000).toBe(0)
        expect(end.getTime()).toBeGreaterThan(publishedAt.getTime())
      }),
    )
  })

  it('is announced ninety days before', () => {
    const end = at('2029-11-25T10:00:00Z')
    expect(isSoonAtItsEnd({ end, now: at('2029-08-27T10:00:00Z') })).toBe(false)
    expect(isSoonAtItsEnd({ end, now: at('2029-08-27T10:00:01Z') })).toBe(true)
  })
})
