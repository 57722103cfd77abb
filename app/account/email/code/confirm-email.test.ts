import { expect, test } from 'vitest'
import en from '@/messages/en/account.json'
import zh from '@/messages/zh-CN/account.json'

test.each([
  ['zh-CN', zh.changeEmail.codeFailure, /短信|号码/],
  ['en', en.changeEmail.codeFailure, /text message|the message|number/],
])(
  'what is wrong with a code sent by e-mail is not said of a text message, in %s',
  (_language, failures, ofPhones) => {
    for (const said of Object.values(failures)) expect(said).not.toMatch(ofPhones)
  },
)
