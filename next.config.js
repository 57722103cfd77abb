import createNextIntlPlugin from 'next-intl/plugin'

/** Camera only where a QR code is scanned. The content security policy is in proxy.ts: it needs a nonce a request. */
const permissions = camera =>
  `camera=(${camera}), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()`

const crossOrigin = { key: 'Cross-Origin-Resource-Policy', value: 'cross-origin' }

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  distDir: process.env.NEXT_DIST_DIR || '.next',
  // `npm test` has a stage of its own for them; whoever starts a finished version need not wait for it again.
  typescript: {
    ignoreBuildErrors: true,
    // Next writes the folder of its build into the configuration that it is given.
    tsconfigPath: process.env.NEXT_DIST_DIR ? 'tsconfig.checks.json' : 'tsconfig.json',
  },
  serverExternalPackages: [
    '@react-pdf/renderer',
    '@react-pdf/layout',
    '@react-pdf/render',
    'pdfkit',
    '@node-rs/argon2',
    '@node-rs/jieba',
    'postgres',
    'graphile-worker',
    'pino',
    'fontkit',
    'subset-font',
  ],
  // A form sent to an action; whatever else is sent, however it is chunked.
  experimental: { serverActions: { bodySizeLimit: '256kb' }, proxyClientMaxBodySize: '1mb' },
  async rewrites() {
    return [
      { source: '/certificates/:number(\\d+).pdf', destination: '/certificates/:number/pdf' },
      // Links in QR codes are all capitals, which makes the code smaller.
      { source: '/V/:token*', destination: '/v/:token*' },
    ]
  },
  async headers() {
    return [
      {
        source: '/:path*',
        headers: [
          { key: 'X-Content-Type-Options', value: 'nosniff' },
          { key: 'Referrer-Policy', value: 'same-origin' },
          { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
          { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
          { key: 'Permissions-Policy', value: permissions('') },
        ],
      },
      // What is published for everybody: keys, lists, the description of the API.
      { source: '/.well-known/:path*', headers: [crossOrigin] },
      { source: '/api/v1/:path(openapi.json|status-lists/.*)', headers: [crossOrigin] },
      { source: '/verify', headers: [{ key: 'Permissions-Policy', value: permissions('self') }] },
      { source: '/verify/offline', headers: [{ key: 'Permissions-Policy', value: permissions('self') }] },
    ]
  },
}

export default createNextIntlPlugin('./app/_language/request.ts')(config)
