/** The field that can mend what an extension or a request for one lacks. */
export const fieldsOfExtension = {
  'reason-missing': 'reason',
  'not-a-number': 'days',
  'too-long': 'days',
  'beyond-statutory': 'days',
} as const

/** What cannot be left empty, and what is said if it is. */
export const requiredForExtension = { days: 'not-a-number', reason: 'reason-missing' } as const
