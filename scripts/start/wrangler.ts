import { fromRoot } from '../root.ts';

export const WRANGLER = fromRoot('node_modules/wrangler/bin/wrangler.js');

/** Nothing leaves this machine, nothing asks a question, no banner. */
export const wranglerEnv = (): NodeJS.ProcessEnv => ({
  ...process.env,
  CI: '1',
  WRANGLER_SEND_METRICS: 'false',
  WRANGLER_SEND_ERROR_REPORTS: 'false',
  WRANGLER_HIDE_BANNER: 'true',
  CLOUDFLARE_CF_FETCH_ENABLED: 'false',
  NO_COLOR: '1',
});
