'use client'

import './styles.css'

/** Replaces even the layout, so it has no language and no messages: it says both, and needs nothing that can fail. */
export default function GlobalError({ error, retry }: { error: unknown; retry: () => void }) {
  const number = error instanceof Error && 'digest' in error ? String(error.digest) : null
  return (
    <html lang="zh-CN">
      <body>
        <title>页面打不开 · 生育登记</title>
        <main id="main" className="flow mx-auto w-full max-w-page px-4 py-6">
          <h1>页面打不开</h1>
          <p>已经保存的内容没有丢。请过几分钟再试，或拨打 12345。</p>
          <p lang="en">
            This page cannot be shown. What was saved is safe. Try again in a few minutes or call 12345.
          </p>
          {number && <p className="tabular-nums">问题编号 Problem number {number}</p>}
          <p>
            <button
              type="button"
              onClick={() => retry()}
              className="min-h-target rounded-small bg-brand px-6 py-2.5 font-bold text-white"
            >
              再试一次 Try again
            </button>
          </p>
        </main>
      </body>
    </html>
  )
}
