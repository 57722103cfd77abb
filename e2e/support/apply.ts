import type { Messages } from '../../app/_language/messages'
import type { Page } from './journey'
import { codeSentTo, signInAsResident } from './sign-in'

type Applicant = {
  page: Page
  words: Messages
  /** The resident's phone, new to the service. */
  phone: string
  name: string
  idNumber: string
  /** Promises, unless the story asks for a check. */
  way?: 'promise' | 'check'
  otherParent?: { name: string; idNumber: string; phone: string }
  /** Whoever applies for the applicant, and the phone on which the applicant confirms. */
  proxy?: { name: string; principalPhone: string }
}

/** Signs a new resident in and sends an application of theirs, question by question, to 黄石港街道. */
export async function givenASubmittedApplication(applicant: Applicant): Promise<{ reference: string }> {
  const { page, words, phone, name, idNumber, proxy } = applicant
  const next = () => page.getByRole('button', { name: words.apply.save, exact: true }).click()
  await signInAsResident({ page, words, phone, back: '/apply' })
  await page.getByRole('button', { name: words.apply.start.new }).click()
  await page.locator(`[name=who][value=${proxy ? 'relative' : 'self'}]`).check()
  await next()
  if (proxy) {
    await page.locator('[name=name]').fill(proxy.name)
    await page.locator('[name=mandate][value=own-phone]').check()
    await page.locator('[name=phone]').fill(proxy.principalPhone)
    await next()
  }
  // The proxy's own name stood under the same name, on the page before.
  await page.locator('[name=idNumber]').fill(idNumber)
  await page.locator('[name=name]').fill(name)
  await next()
  await answerAfterTheApplicant(applicant)
  await page.getByRole('link', { name: words.apply.check.continue }).click()
  return signAndSend({ page, words, phone, name: proxy?.name ?? name })
}

type Answering = Pick<Applicant, 'page' | 'words' | 'otherParent' | 'way'>

/** Answers every question after the applicant's name, to 黄石港街道, up to the page that looks over all answers. */
export async function answerAfterTheApplicant({ page, words, otherParent, way = 'promise' }: Answering) {
  const next = () => page.getByRole('button', { name: words.apply.save, exact: true }).click()
  await page.locator(`[name=named][value=${otherParent ? 'yes' : 'no'}]`).check()
  await next()
  if (otherParent) {
    await page.locator('[name=name]').fill(otherParent.name)
    await page.locator('[name=idNumber]').fill(otherParent.idNumber)
    await page.locator('[name=phone]').fill(otherParent.phone)
    await next()
  }
  await page.locator('[name=basis][value=residence]').check()
  await page.locator('[name=office]').selectOption('420202006')
  await page.locator('[name=detail]').fill('天津路社区 12 号')
  await next()
  await page.locator('[name=stage][value=expecting]').check()
  await next()
  await page.locator(`[name=way][value=${way}]`).check()
  await page.locator('[name=consent]').check()
  await next()
  await page.waitForURL('**/check')
}

/** Signs under a name with a code to this phone, and sends the application. */
export async function signAndSend({
  page,
  words,
  phone,
  name,
}: Pick<Applicant, 'page' | 'words' | 'phone' | 'name'>): Promise<{ reference: string }> {
  await page.locator('[name=typedName]').fill(name)
  await page.getByRole('button', { name: words.apply.sign.getCode }).click()
  await page.waitForURL('**/sign?sent=true')
  await page.locator('[name=code]').fill(await codeSentTo({ page, phone }))
  await page.getByRole('button', { name: words.apply.sign.submit }).click()
  await page.waitForURL('**/receipt')
  const receipt = (await page.locator('main').textContent()) ?? ''
  return { reference: /HS-\d{4}-\d{2}-\d{4,5}-\d/.exec(receipt)?.[0] ?? '' }
}
