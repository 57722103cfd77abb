import { hearRefusals } from '@/lib/platform/refusals'
import { recordSecurityEvent } from '@/lib/platform/security-log'
import { currentViewer } from './viewer'

/**
 * Carries out what somebody asked for, and writes down if it was refused because it is not theirs to do (ASVS 16.3.2):
 * what it was, why, and which member of staff; nothing of what was typed, and of residents nothing at all.
 */
export function notingRefusals<Answer>(doing: string, run: () => Promise<Answer>): Promise<Answer> {
  return hearRefusals(run, async heard => {
    const viewer = await currentViewer()
    const who = viewer?.kind === 'staff' ? { staffId: viewer.staffId } : {}
    for (const why of heard) recordSecurityEvent({ event: 'command-refused', doing, why, ...who })
  })
}
