export const PRINT_PATH = '/staff/print'

/** Where an allowed print waits to be opened; the file is beside it. */
export function printAddress({ id, file }: { id: string; file?: boolean }): string {
  return `${PRINT_PATH}/${encodeURIComponent(id)}${file ? '/certificate.pdf' : ''}`
}
