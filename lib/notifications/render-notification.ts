import { createTranslator } from 'use-intl/core'
import englishNotices from '@/messages/en/notices.json'
import english from '@/messages/en/notifications.json'
import chineseNotices from '@/messages/zh-CN/notices.json'
import chinese from '@/messages/zh-CN/notifications.json'
import type { Language, NotificationTemplate } from './templates'

type Words = Record<NotificationTemplate, string>

const words: Record<Language, Words> = { 'zh-CN': chinese, en: english }

/**
 * The text of a message, in the language of its recipient.
 *
 * @param publicUrl makes a full address of a link that is only a path
 * @throws when the words need a value that was not given
 */
export function renderNotification({
  template,
  language,
  values,
  publicUrl,
}: {
  template: NotificationTemplate
  language: Language
  values: Record<string, string>
  publicUrl: string
}): string {
  const translate = createTranslator<Words>({
    locale: language,
    messages: words[language],
    timeZone: 'Asia/Shanghai',
    onError: error => {
      throw error
    },
  })
  const { link, ...others } = values
  if (link === undefined) return translate(template, others)
  return translate(template, { ...others, link: new URL(link, publicUrl).href })
}

const names: Record<Language, Words> = { 'zh-CN': chineseNotices.names, en: englishNotices.names }

/** What a message is called: the subject of an e-mail, which tells nothing but that there is news of the service. */
export function subjectOfNotification({
  template,
  language,
}: {
  template: NotificationTemplate
  language: Language
}): string {
  const { service } = language === 'en' ? englishNotices : chineseNotices
  return service.replace('{name}', names[language][template])
}
