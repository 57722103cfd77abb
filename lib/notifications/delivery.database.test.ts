import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { eq } from 'drizzle-orm'
import { SMTPServer } from 'smtp-server'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { notifications, residents } from '@/db/schema'
import { anAcceptedCase } from '@/db/testing/test-cases'
import { createTestDatabase, type TestDatabase } from '@/db/testing/test-database'
import { aResident } from '@/lib/applications/drafts/testing'
import type { ResidentViewer } from '@/lib/identity'
import { serviceNow } from '@/lib/platform/database'
import type { Gateways } from './delivery/gateways'
import { countUnreadNotices, markNoticesRead, noticesOf } from './inbox'
import { notifyAccount } from './notify-resident'
import { keepPreferences } from './preferences'
import { queueNotification } from './queue-notification'
import { sendNotification } from './send-notification'
import { undeliveredOf, undeliveredOfCase } from './undelivered'

type TextMessage = { to: string; text: string; key: string; token: string }
type Mail = { to: string[]; raw: string }

let test: TestDatabase
let web: Server
let smtp: SMTPServer
let gateways: Gateways
/** What the operator's gateways received, and how they answer next. */
let texts: TextMessage[]
let mails: Mail[]
let gatewayAnswers: number
let mailboxAnswers: number

beforeAll(async () => {
  test = await createTestDatabase()
  web = createServer(async (request, response) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part)
    texts.push({
      ...JSON.parse(Buffer.concat(parts).toString()),
      key: request.headers['idempotency-key'],
      token: request.headers.authorization,
    })
    response.writeHead(gatewayAnswers).end()
  }).listen(0, '127.0.0.1')
  smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: (_address, _session, callback) =>
      callback(
        mailboxAnswers === 250 ? null : Object.assign(new Error('no'), { responseCode: mailboxAnswers }),
      ),
    onData: (stream, session, callback) => {
      const parts: Buffer[] = []
      stream.on('data', part => parts.push(part))
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map(({ address }) => address)
        mails.push({ to, raw: Buffer.concat(parts).toString() })
        callback()
      })
    },
  })
  const mailServer = smtp.listen(0, '127.0.0.1')
  await Promise.all(
    [web, mailServer].map(server => new Promise(resolve => server.once('listening', resolve))),
  )
  const portOf = (server: { address(): unknown }) => (server.address() as AddressInfo).port
  gateways = {
    sms: { kind: 'http', url: `http://127.0.0.1:${portOf(web)}/send`, token: 'secret' },
    mail: {
      kind: 'smtp',
      url: `smtp://127.0.0.1:${portOf(mailServer)}`,
      from: '生育登记 <dengji@example.cn>',
    },
  }
})
beforeEach(() => {
  texts = []
  mails = []
  gatewayAnswers = 202
  mailboxAnswers = 250
})
afterEach(async () => {
  await test.owner`update service_clock set ahead = interval '0'`
})
afterAll(async () => {
  await new Promise(resolve => web.close(resolve))
  await new Promise<void>(resolve => smtp.close(() => resolve()))
  await test.drop()
})

/** The worker's round: every message that waits is tried once. */
async function deliver(): Promise<void> {
  const rows = await test.db.select({ id: notifications.id }).from(notifications)
  for (const { id } of rows) {
    await sendNotification(
      { notificationId: id },
      { db: test.db, gateways, publicUrl: 'https://dengji.example.cn' },
    ).catch(() => {})
  }
}

async function messagesOf(viewer: ResidentViewer) {
  return test.db.select().from(notifications).where(eq(notifications.residentId, viewer.residentId))
}

async function withEmail(viewer: ResidentViewer): Promise<void> {
  await test.db
    .update(residents)
    .set({ email: 'li.ting@example.cn', emailConfirmedAt: new Date() })
    .where(eq(residents.id, viewer.residentId))
}

function tell(viewer: ResidentViewer, template: 'registered' | 'rejected' = 'registered') {
  return test.db.transaction(transaction =>
    notifyAccount(transaction, { residentId: viewer.residentId, template, link: '/account' }),
  )
}

describe('a text message', () => {
  it('goes to the gateway once, with the token, a key against repeats, and nothing but the words and the number', async () => {
    const viewer = await aResident(test.db)
    await tell(viewer)
    await deliver()
    await deliver()
    const mine = texts.filter(({ to }) => to === viewer.phone)
    expect(mine).toHaveLength(1)
    expect(mine[0]?.text).toContain('https://dengji.example.cn/account')
    expect(mine[0]).toMatchObject({ key: (await messagesOf(viewer))[0]?.id, token: 'Bearer secret' })
    expect(await noticesOf({ viewer }, test)).toMatchObject([{ delivery: 'sent', template: 'registered' }])
  })

  it('is tried again while the gateway is out of order, and given up after the last try of the queue', async () => {
    const viewer = await aResident(test.db)
    await tell(viewer)
    gatewayAnswers = 503
    await deliver()
    expect(await messagesOf(viewer)).toMatchObject([
      { tries: 1, failure: 'gateway-answered-503', failedAt: null },
    ])
    for (let n = 0; n < 11; n += 1) await deliver()
    expect(await messagesOf(viewer)).toMatchObject([{ tries: 12, failedAt: expect.any(Date) }])
    const tried = texts.filter(({ to }) => to === viewer.phone).length
    await deliver()
    expect(texts.filter(({ to }) => to === viewer.phone)).toHaveLength(tried)
  })

  it('to a dead number is given up at once; resident and officer see it until one arrives', async () => {
    const { id, resident: viewer } = await anAcceptedCase(test.db)
    gatewayAnswers = 422
    await deliver()
    expect(await undeliveredOf({ viewer }, test)).toMatchObject({
      channel: 'sms',
      why: 'number-not-reached',
      template: 'application-accepted',
    })
    expect(await undeliveredOfCase({ applicationId: id }, test)).toMatchObject({ why: 'number-not-reached' })
    gatewayAnswers = 202
    await test.travelTo(new Date((await serviceNow(test.db)).getTime() + 60_000))
    await tell(viewer)
    await deliver()
    expect(await undeliveredOf({ viewer }, test)).toBeNull()
  })

  it('to a dead number goes to the confirmed e-mail address instead, once', async () => {
    const viewer = await aResident(test.db)
    await withEmail(viewer)
    await tell(viewer)
    gatewayAnswers = 410
    await deliver()
    await deliver()
    await deliver()
    expect(mails.map(({ to }) => to)).toEqual([['li.ting@example.cn']])
    expect(await noticesOf({ viewer }, test)).toMatchObject([{ delivery: 'failed', alsoByEmail: true }])
  })

  it('with a code that is over is not sent any more', async () => {
    await test.db.transaction(transaction =>
      queueNotification(transaction, {
        channel: 'sms',
        recipient: '+8613912345678',
        template: 'sign-in-code',
        language: 'zh-CN',
        values: { code: '123456' },
      }),
    )
    await test.travelTo(new Date((await serviceNow(test.db)).getTime() + 301_000))
    await deliver()
    expect(texts.filter(({ to }) => to === '+8613912345678')).toEqual([])
  })
})

describe('an e-mail', () => {
  it('has a subject that says what it is, the words, and a sender', async () => {
    const viewer = await aResident(test.db)
    await withEmail(viewer)
    await keepPreferences({ viewer, language: 'en', smsFor: 'needed', emailFor: 'everything' }, test)
    await tell(viewer)
    await deliver()
    expect(texts.filter(({ to }) => to === viewer.phone)).toEqual([])
    expect(mails).toHaveLength(1)
    expect(mails[0]?.raw).toContain('Subject: Birth registration: Registered')
    expect(mails[0]?.raw).toContain('dengji@example.cn')
    expect(mails[0]?.raw.replaceAll(/=\r?\n/g, '')).toContain('https://dengji.example.cn/account')
  })

  it.each([
    [550, 'mailbox-not-reached', true],
    [450, 'mailbox-not-reached', false],
  ])('that the mailbox answers with %i: %s, given up %s', async (answer, failure, isOver) => {
    const viewer = await aResident(test.db)
    await withEmail(viewer)
    await keepPreferences({ viewer, language: 'zh-CN', smsFor: 'needed', emailFor: 'everything' }, test)
    await tell(viewer)
    mailboxAnswers = answer
    await deliver()
    const [message] = await messagesOf(viewer)
    expect(message?.failure).toBe(failure)
    expect(message?.failedAt !== null).toBe(isOver)
  })

  it('waits for a server that does not answer', async () => {
    const viewer = await aResident(test.db)
    await withEmail(viewer)
    await keepPreferences({ viewer, language: 'zh-CN', smsFor: 'needed', emailFor: 'everything' }, test)
    await tell(viewer)
    const [message] = await messagesOf(viewer)
    const nobody: Gateways = {
      ...gateways,
      mail: { kind: 'smtp', url: 'smtp://127.0.0.1:1', from: 'a@b.cn' },
    }
    const sending = sendNotification(
      { notificationId: message?.id ?? '' },
      { db: test.db, gateways: nobody, publicUrl: 'https://dengji.example.cn' },
    )
    await expect(sending).rejects.toThrow('mail-server-unreachable')
    expect(await messagesOf(viewer)).toMatchObject([{ failure: 'mail-server-unreachable', failedAt: null }])
  })
})

describe('what a resident prefers', () => {
  it('leaves the text message where the law wants them told, and the portal for the rest', async () => {
    const viewer = await aResident(test.db)
    await keepPreferences({ viewer, language: 'zh-CN', smsFor: 'needed', emailFor: 'nothing' }, test)
    await tell(viewer, 'registered')
    await tell(viewer, 'rejected')
    await deliver()
    expect(texts.filter(({ to }) => to === viewer.phone)).toHaveLength(1)
    expect((await noticesOf({ viewer }, test)).map(({ delivery }) => delivery).sort()).toEqual([
      'portal',
      'sent',
    ])
  })

  it('shows a message on two ways once, new until its list was seen', async () => {
    const viewer = await aResident(test.db)
    await withEmail(viewer)
    await keepPreferences({ viewer, language: 'zh-CN', smsFor: 'everything', emailFor: 'everything' }, test)
    await tell(viewer)
    expect(await messagesOf(viewer)).toHaveLength(2)
    expect(await countUnreadNotices({ viewer }, test)).toBe(1)
    expect(await noticesOf({ viewer }, test)).toMatchObject([{ isUnread: true, alsoByEmail: true }])
    await markNoticesRead({ viewer }, test)
    expect(await countUnreadNotices({ viewer }, test)).toBe(0)
  })

  it('needs a confirmed address for e-mail', async () => {
    const viewer = await aResident(test.db)
    const kept = await keepPreferences(
      { viewer, language: 'en', smsFor: 'everything', emailFor: 'everything' },
      test,
    )
    expect(kept).toMatchObject({ failure: 'no-email' })
  })
})
