import type { MetadataRoute } from 'next'
import { MESSAGES } from './_language/messages'

/** Fetched without cookies and kept by the phone, so it speaks the master language. */
export default function manifest(): MetadataRoute.Manifest {
  const { documentTitle, serviceName, description } = MESSAGES['zh-CN'].shell
  return {
    name: documentTitle,
    short_name: serviceName,
    description,
    lang: 'zh-CN',
    start_url: '/',
    display: 'browser',
    theme_color: '#0b5a52',
    background_color: '#ffffff',
    icons: [{ src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' }],
  }
}
