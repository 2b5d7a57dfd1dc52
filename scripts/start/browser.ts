import { join } from 'node:path';
import type { Browser } from 'puppeteer-core';
import { CHROMIUM_FLAGS, findChromium } from '../chromium.ts';
import { EXTENSION_DIR } from './extension.ts';

/** Opens a Chromium-family browser of this machine, with its own profile and the extension loaded; undefined without. */
export async function openBrowser(url: string, dataDir: string): Promise<Browser | undefined> {
  const executablePath = hasDisplay() ? chromium() : undefined;
  if (!executablePath) return undefined;
  const { launch } = await import('puppeteer-core');
  const browser = await launch({
    executablePath,
    headless: false,
    defaultViewport: null,
    userDataDir: join(dataDir, 'profile'),
    pipe: true,
    enableExtensions: true,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    args:
      process.getuid?.() === 0 ? CHROMIUM_FLAGS : CHROMIUM_FLAGS.filter((flag) => flag !== '--no-sandbox'),
  }).catch(() => undefined);
  await browser?.installExtension(EXTENSION_DIR);
  const [page] = (await browser?.pages()) ?? [];
  await page?.goto(url);
  return browser;
}

const hasDisplay = (): boolean =>
  process.platform === 'darwin' ||
  process.platform === 'win32' ||
  Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

function chromium(): string | undefined {
  try {
    return findChromium();
  } catch {
    return undefined;
  }
}
