/** Whether an address can be read as text: whole escapes, whole characters, no NUL. Next answers others with a 500. */
export function isReadableAddress(address: string): boolean {
  const [path = ''] = address.split('?')
  if (/%00/.test(address) || !URL.canParse(address, 'http://localhost')) return false
  try {
    return !decodeURIComponent(path).includes('\0')
  } catch {
    return false
  }
}
