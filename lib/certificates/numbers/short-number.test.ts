import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  certificateNumber,
  inGroupsOfFour,
  newCheckCode,
  readCertificateNumber,
  readCheckCode,
} from './short-number'

const number = certificateNumber({ officeCode: '420202006', issuedOn: '2026-11-24', sequence: 173 })

describe('the number on the paper', () => {
  it('is office, day and running number, read in groups of four', () => {
    expect(number).toBe('42020200626112400173')
    expect(inGroupsOfFour(number)).toBe('4202 0200 6261 1240 0173')
  })

  it('is not made of parts that do not fit', () => {
    const parts = { officeCode: '420202006', issuedOn: '2026-11-24', sequence: 1 }
    expect(() => certificateNumber({ ...parts, officeCode: '4202' })).toThrow(RangeError)
    expect(() => certificateNumber({ ...parts, issuedOn: '24.11.2026' })).toThrow(RangeError)
    expect(() => certificateNumber({ ...parts, sequence: 100_000 })).toThrow(RangeError)
    expect(() => certificateNumber({ ...parts, sequence: 0 })).toThrow(RangeError)
  })

  it.each([
    '42020200626112400173',
    ' 4202 0200 6261 1240 0173 ',
    '4202-0200-6261-1240-0173',
    '4202–0200—6261−1240‐0173',
    '４２０２　０２００　６２６１　１２４０　０１７３',
    '4202－0200－6261－1240－0173',
  ])('is read as typed: %s', typed => {
    expect(readCertificateNumber(typed)).toEqual({ ok: true, value: number })
  })

  it.each(['', '4202', `${number}1`, number.replace('7', 'O'), '٤٢٠٢٠٢٠٠٦٢٦١١٢٤٠٠١٧٣', ' '.repeat(20_000)])(
    'is unreadable otherwise',
    typed => {
      expect(readCertificateNumber(typed)).toMatchObject({ ok: false, failure: 'unreadable' })
    },
  )
})

describe('the check code beside it', () => {
  it('is four characters that nobody mistakes, and random', () => {
    const codes = Array.from({ length: 500 }, newCheckCode)
    expect(codes.every(code => /^[2-9A-HJKMNP-Z]{4}$/.test(code))).toBe(true)
    expect(new Set(codes).size).toBeGreaterThan(480)
  })

  it('is read as typed', () => {
    expect(readCheckCode(' k7-mq ')).toEqual({ ok: true, value: 'K7MQ' })
    expect(readCheckCode('Ｋ７ｍｑ')).toEqual({ ok: true, value: 'K7MQ' })
  })

  it('is unreadable with other characters or another length', () => {
    for (const typed of ['', 'K7', 'K7MQ2', 'K7M0', 'K7MI', 'ſ7MQ'])
      expect(readCheckCode(typed)).toMatchObject({ ok: false, failure: 'unreadable' })
  })

  it('never throws, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 150 }), typed => {
        expect(typeof readCheckCode(typed).ok).toBe('boolean')
        expect(typeof readCertificateNumber(typed).ok).toBe('boolean')
      }),
    )
  })
})
