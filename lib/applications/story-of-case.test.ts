import { describe, expect, test } from 'vitest'
import { storyOfCase } from './story-of-case'
import { transitions } from './transitions'

const event = (name: string, day: number, note: string | null = null) => ({
  name,
  at: new Date(Date.UTC(2026, 10, day)),
  note,
})

describe('the story of a case', () => {
  test('begins with what is to come and who acts now, then tells what happened, newest first', () => {
    const story = storyOfCase({
      status: 'accepted',
      events: [event('submit', 2), event('request-correction', 3), event('answer-correction', 4)],
    })
    expect(story.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
      'ahead certificate',
      'now office-decides',
      'done answer-correction',
      'done request-correction',
      'done submit',
    ])
  })

  test('says that the applicant acts now while a correction is asked for', () => {
    const story = storyOfCase({ status: 'correction_requested', events: [event('submit', 2)] })
    expect(story[1]).toEqual({ kind: 'now', name: 'you-answer' })
  })

  test.each(['registered', 'rejected', 'withdrawn', 'closed'] as const)(
    'has nothing to come once %s',
    status => {
      expect(storyOfCase({ status, events: [event('submit', 2)] })).toHaveLength(1)
    },
  )

  test('leaves out what the office weighs within itself, and notes that are not for the applicant', () => {
    const story = storyOfCase({
      status: 'rejected',
      events: [
        event('propose-rejection', 3, 'between us'),
        event('return-proposal', 4, 'not good enough'),
        event('transfer', 5, '您住在那边'),
        event('reject', 6, 'internal'),
      ],
    })
    expect(story).toMatchObject([
      { name: 'reject', note: null },
      { name: 'transfer', note: '您住在那边' },
    ])
  })

  test('tells a denied mandate as the end of the application, not as somebody’s wish to withdraw', () => {
    const denied = storyOfCase({
      status: 'withdrawn',
      events: [event('submit', 2), event('mandate-denied', 3), event('withdraw', 3)],
    })
    expect(denied.map(({ name }) => name)).toEqual(['end-without-mandate', 'mandate-denied', 'submit'])
    const withdrawn = storyOfCase({
      status: 'withdrawn',
      events: [event('mandate-confirmed', 3), { ...event('withdraw', 4), by: 'proxy' }],
    })
    expect(withdrawn[0]).toMatchObject({ name: 'withdraw', by: 'proxy' })
  })

  test('tells every transition of the lifecycle', () => {
    const names = Object.keys(transitions)
    const story = storyOfCase({ status: 'closed', events: names.map(name => event(name, 2)) })
    expect(story.map(({ name }) => name).reverse()).toEqual(names)
  })
})
