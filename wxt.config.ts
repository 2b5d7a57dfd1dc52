import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'wxt';
import { version } from './package.json' with { type: 'json' };

/** Public half of the signing key. It pins the extension's id: under another id the outbox of every user would be lost. */
const KEY =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA4MTgaWG4KtJYTJSkIqG4EIO3YUUPp3QxUnIEKiS3nUWV7Vrp+vUizwM3Ij0giE+EZhHyJ6nHPC0sTzrnMynYqYp0MdBcBB89d15n/PeejR1KKuwhcKUf9ldlh4ZI1paYjfCGzxYQM7pdrCZIYWBLE6bmiDikkUijrQjfEtm2ud5Esrd7r2trqXHPOENQzfDIP9Z7gufSaEWhJjALH7u/bNeTwklRmn8Aad9z/f3eMxyelJwiuT3mEhf0BtLnWxrccjwzW9ubWOD7tXKRbPWCufKp/oH0s9Z4pXhhL/FGvpSBulRgJ/pR5vjmm3IS/LSMDjAwH7ugM48UcyHtTpjrowIDAQAB';

/**
 * Pages of the extension load nothing but their own files and talk to nothing but https and this machine: a server
 * elsewhere has to offer https, because the bearer token travels with every request.
 */
const CSP = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  'connect-src https: http://localhost:* http://127.0.0.1:*',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
].join('; ');

export default defineConfig({
  srcDir: 'extension',
  publicDir: 'extension/public',
  outDir: 'dist/extension',
  imports: false,
  manifest: {
    name: '__MSG_name__',
    short_name: 'Sidelog',
    description: '__MSG_description__',
    default_locale: 'en',
    version,
    key: KEY,
    minimum_chrome_version: '120',
    icons: icons(16, 32, 48, 128),
    action: { default_title: '__MSG_action__', default_icon: icons(16, 32) },
    permissions: [
      'activeTab',
      'scripting',
      'storage',
      'alarms',
      'sidePanel',
      'contextMenus',
      'unlimitedStorage',
    ],
    host_permissions: [],
    // Asked for one origin at a time, by a click. http is among them because many companies run their webmail on the
    // intranet without TLS; the page is only read there, the token never goes to it.
    optional_host_permissions: ['https://*/*', 'http://*/*'],
    commands: {
      capture: {
        suggested_key: { default: 'Ctrl+Shift+Y', mac: 'Command+Shift+Y' },
        description: '__MSG_command__',
      },
    },
    content_security_policy: { extension_pages: CSP },
  },
  vite: () => ({
    plugins: [tailwindcss()],
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  }),
});

function icons(...sizes: number[]): Record<number, string> {
  return Object.fromEntries(sizes.map((size) => [size, `icon/${size}.png`]));
}
