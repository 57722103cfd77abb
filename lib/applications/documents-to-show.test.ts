import { expect, test } from 'vitest'
import { correctableFields } from './correctable-fields'
import { documentsToShow, documentThatShows } from './documents-to-show'

test('an office can ask to see three kinds of paper, and no fourth', () => {
  expect(documentsToShow).toEqual(['identity-document', 'household-or-residence', 'birth-certificate'])
})

test('whether a child is expected or born is shown by no paper', () => {
  expect(correctableFields.filter(field => documentThatShows(field) === null)).toEqual(['stage'])
})
