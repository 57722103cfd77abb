import { namesEqual, readPersonName } from '@/lib/identity'
import { done, failed, type Result } from '@/lib/platform/result'
import type { CompleteApplication } from './complete-application'

/** Who signs: the proxy where there is one, else the applicant. */
export function signerOf({ proxy, applicant }: Pick<CompleteApplication, 'proxy' | 'applicant'>): string {
  return proxy?.name ?? applicant.name
}

/**
 * Reads the typed name that signs: it must be the signer's, in whatever spelling means the same.
 *
 * @returns the name in the spelling of the application
 */
export function readSignature({
  typedName,
  signer,
}: {
  typedName: string
  signer: string
}): Result<string, 'signature-missing' | 'signature-differs'> {
  const name = readPersonName(typedName)
  if (!name.ok) return failed(name.failure === 'empty' ? 'signature-missing' : 'signature-differs')
  return namesEqual({ one: name.value.name, other: signer }) ? done(signer) : failed('signature-differs')
}
