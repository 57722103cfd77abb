import { PrintedName } from '@/components/printed-name'
import { printedName } from './printed-name'

/** Under a name that holds a character beyond the common ones: how it will print. */
export async function HowItPrints({ name }: { name: string }) {
  const printed = await printedName(name)
  return printed && <PrintedName {...printed} />
}
