import { expect, test } from 'vitest'
import {
  certificateIdentifier,
  isCertificateIdentifier,
  newSerial,
  serialOfIdentifier,
} from './electronic-certificate-identifier'

const codes = { typeCode: '11420000MB0DEMO008001', issuerCode: '11420200MB0DEMO016' }

test('an identifier is built in the form of Hubei and checks', () => {
  const identifier = certificateIdentifier({ ...codes, serial: 'A1B2C3D4E5F6G7H8I9J0', version: 1 })
  expect(identifier).toMatch(
    /^1\.2\.156\.3005\.2\.11420000MB0DEMO008001\.11420200MB0DEMO016\.A1B2C3D4E5F6G7H8I9J0\.001\.[0-9A-Z]$/,
  )
  expect(isCertificateIdentifier(identifier)).toBe(true)
})

test('one changed character is noticed', () => {
  const identifier = certificateIdentifier({ ...codes, serial: newSerial(), version: 1 })
  expect(isCertificateIdentifier(identifier.replace('.001.', '.002.'))).toBe(false)
})

test('serials are twenty capital letters and digits, and differ', () => {
  expect(newSerial()).toMatch(/^[0-9A-Z]{20}$/)
  expect(newSerial()).not.toBe(newSerial())
})

test('the serial is read back, so that the next version keeps it', () => {
  const serial = newSerial()
  expect(serialOfIdentifier(certificateIdentifier({ ...codes, serial, version: 1 }))).toBe(serial)
})
