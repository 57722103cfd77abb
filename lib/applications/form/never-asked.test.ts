import { getTableColumns, getTableName, isTable } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import * as schema from '@/db/schema'
import chinese from '@/messages/zh-CN/apply.json'
import { questionNames, questions } from './journey'

/**
 * Registration is open to everyone since 2021 (人口与计划生育法): what decided over it before is not asked, not
 * stored, and so cannot be searched or exported (DESIGN §1).
 */
const neverAsked =
  /marri|marital|spouse|divorc|婚|child.?(count|number)|number.?of.?children|parity|sibling|孩次|第几|work(?!ing)|employ|job|单位|职业|pregnan|gestation|ultrasound|孕检|b超|due.?(date|day)|expected.?(date|birth)|预产|abortion|contracept|sterili|节育|last.?period|末次/i

describe('the service never asks about marriage, number of children, work, pregnancy tests or due date', () => {
  test('in a question or field of the form', () => {
    const names = questionNames.flatMap(name => [name, ...questions[name].fields])
    expect(names.length).toBeGreaterThan(20)
    expect(names.filter(name => neverAsked.test(name))).toEqual([])
  })

  test('in the words of a question', () => {
    const labels = questionNames.map(name => chinese.stepName[name])
    expect(labels.filter(label => neverAsked.test(label))).toEqual([])
  })

  test('in a table or column of the database', () => {
    const tables = Object.values(schema).filter(value => isTable(value))
    expect(tables.length).toBeGreaterThan(20)
    const columns = tables.flatMap(table =>
      Object.keys(getTableColumns(table)).map(column => `${getTableName(table)}.${column}`),
    )
    expect(columns.filter(column => neverAsked.test(column))).toEqual([])
  })
})
