import path from 'node:path'
import { defineConfig } from 'vitest/config'

const alias = { '@': path.resolve(import.meta.dirname) }

export default defineConfig({
  resolve: { alias },
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'rules',
          // Rules keep nothing between two questions, so their files may share what was loaded: a third of the time.
          isolate: false,
          // Properties try hundreds of cases; a busy machine takes its time.
          testTimeout: 60_000,
          include: ['**/*.test.ts'],
          exclude: ['**/*.database.test.ts', 'e2e/**', 'node_modules/**', '.next*/**', '.data/**'],
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'database',
          include: ['**/*.database.test.ts'],
          exclude: ['node_modules/**', '.next*/**', '.data/**'],
          globalSetup: ['db/testing/template-database.ts'],
          setupFiles: ['db/testing/test-environment.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          maxWorkers: 2,
        },
      },
    ],
  },
})
