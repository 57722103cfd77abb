import type { Messages } from '@/app/_language/messages'

export type ReaderWords = Messages['verify']['reader']
