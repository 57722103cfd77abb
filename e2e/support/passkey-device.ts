import type { Page } from './journey'

/**
 * A device with passkeys that only this page's browser knows, and that always recognises its owner: the virtual
 * authenticator of the WebAuthn standard (level 3, §11). Gives the way to take it away again.
 */
export async function plugInDevice(page: Page): Promise<() => Promise<void>> {
  const session = await page.context().newCDPSession(page)
  await session.send('WebAuthn.enable')
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  return async () => {
    await session.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId })
    await session.detach()
  }
}
