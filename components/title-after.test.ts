import { expect, test } from 'vitest'
import { titleAfter } from './title-after'

const after = (title: string, isWrong: boolean) => titleAfter({ title, prefix: '错误：', isWrong })

test('a title says that something is wrong, once, and no longer than it is', () => {
  expect(after('添加工作人员', true)).toBe('错误：添加工作人员')
  expect(after('错误：添加工作人员', true)).toBe('错误：添加工作人员')
  expect(after('错误：添加工作人员', false)).toBe('添加工作人员')
  expect(after('添加工作人员', false)).toBe('添加工作人员')
})
