/**
 * What every notice of rejection tells about remedies, frozen with the decision: review within 60 days
 * (行政复议法 art. 20), court within six months (行政诉讼法 art. 46), complaint. This is text of the decision
 * itself, a legal document in Chinese, and not a text of a page.
 */
export const remediesText =
  '如不服本决定，您可以自收到之日起六十日内依法申请行政复议，也可以自收到之日起六个月内依法向人民法院提起行政诉讼；对办理过程有意见的，可以在本页投诉，或者拨打12345。'

const remediesTextInEnglish =
  'If you disagree with this decision, you may by law apply for administrative reconsideration within sixty days of receiving it, or bring an action before a people’s court within six months of receiving it. If you are unhappy with how your case was handled, you may complain on this page or call 12345.'

/** The remedies of a decision in English; null where it was made in other words, which nobody has translated. */
export function remediesInEnglish(remedies: string): string | null {
  return remedies === remediesText ? remediesTextInEnglish : null
}
