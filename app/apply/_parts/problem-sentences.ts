import { getTranslations } from 'next-intl/server'
import type { FieldError } from '@/components/form-state'
import type { Problem } from '@/lib/applications'

/** What the rules found, as sentences that say what to do. */
export async function problemSentences(problems: readonly Problem[]): Promise<FieldError[]> {
  const t = await getTranslations('apply.problem')
  return problems.map(({ field, problem, details = {} }) => ({
    field,
    message: t(problem, { length: Number(details.length ?? 0) }),
  }))
}
