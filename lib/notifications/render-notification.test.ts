import { describe, expect, test } from 'vitest'
import english from '@/messages/en/notifications.json'
import chinese from '@/messages/zh-CN/notifications.json'
import { renderNotification, subjectOfNotification } from './render-notification'
import { notificationTemplates } from './templates'

const publicUrl = 'https://dengji.example.cn'
const values = { code: '012345', count: '3', link: '/applications/HS-2611-24-0017-4' }

describe('a message', () => {
  test.each(notificationTemplates)('%s says what it is in both languages', template => {
    for (const language of ['zh-CN', 'en'] as const) {
      const text = renderNotification({ template, language, values, publicUrl })
      expect(text).toMatch(/012345|https:\/\/dengji\.example\.cn\/applications\/HS-2611-24-0017-4/)
      expect(text.length).toBeLessThan(language === 'en' ? 300 : 160)
    }
  })

  test.each(notificationTemplates)(
    '%s tells nothing about a person: a code, a number of cases or a link',
    template => {
      for (const text of [chinese[template], english[template]]) {
        const asked = [...text.matchAll(/\{(\w+)/g)].map(([, name]) => name)
        expect(asked.filter(name => !['code', 'count', 'link'].includes(name ?? ''))).toEqual([])
      }
    },
  )

  test.each(notificationTemplates)('%s has a name in words, which is the subject of its e-mail', template => {
    for (const language of ['zh-CN', 'en'] as const) {
      const subject = subjectOfNotification({ template, language })
      expect(subject).toContain(language === 'en' ? 'Birth registration: ' : '【生育登记】')
      expect(subject).not.toMatch(/[{}]|undefined/)
    }
  })

  test('keeps a link that is already whole', () => {
    const link = 'https://other.example/x'
    expect(
      renderNotification({ template: 'registered', language: 'en', values: { link }, publicUrl }),
    ).toContain(link)
  })

  test('without the value that its words need is an error, not a message with a hole', () => {
    expect(() =>
      renderNotification({ template: 'sign-in-code', language: 'en', values: {}, publicUrl }),
    ).toThrow()
  })
})
