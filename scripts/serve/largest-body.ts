/** Twice what any form of ours may hold; the framework, which would answer with an error, cuts here (next.config.js). */
const largestForm = 256 * 1024
/** A file of 10 MB, and as much more as its route reads and throws away to be able to answer (read-upload.ts). */
const largestUpload = 41 * 1024 * 1024
const uploads = /^\/applications\/[^/?]+\/documents\/upload(\?|$)/

/** How long a body may say that it is; longer ones are refused before they are read. */
export function largestBody(address: string): number {
  return uploads.test(address) ? largestUpload : largestForm
}
