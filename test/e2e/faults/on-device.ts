import type { Page } from 'puppeteer-core';
import { build } from 'vite';
import { fromRoot } from '../../../scripts/root.ts';
import type { LocalSignIn } from '../../../shared/session.ts';
import type { Surroundings } from '../harness.ts';

/** What `device.ts` exports, once it is in the page. */
declare const device: typeof import('./device.ts');

/**
 * A tab of the extension's own origin with the outbox's own modules in it, started as the panel starts them: a panel
 * without screens. It shares database, lock and channels with the service worker of the built extension, so that two
 * senders meet on one queue, as on every device.
 */
export class OnDevice {
  private readonly page: Page;

  private constructor(page: Page) {
    this.page = page;
  }

  static async open(around: Surroundings): Promise<OnDevice> {
    const page = await around.page(`chrome-extension://${around.extensionId}/manifest.json`);
    await page.evaluate(await bundle());
    await page.evaluate(() => device.start());
    return new OnDevice(page);
  }

  signIn = (server: string, input: LocalSignIn) =>
    this.page.evaluate((at, as) => device.signIn(at, as), server, input);
  save = (payloads: Parameters<typeof device.save>[0]) =>
    this.page.evaluate((all) => device.save(all), payloads);
  undo = (id: string) => this.page.evaluate((target) => device.undo(target), id);
  drain = (longestMs: number) => this.page.evaluate((ms) => device.drain(ms), longestMs);
  left = () => this.page.evaluate(() => device.left());
  delivered = () => this.page.evaluate(() => device.delivered());
  badge = () => this.page.evaluate(() => device.badge());
}

async function bundle(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      lib: { entry: fromRoot('test/e2e/faults/device.ts'), formats: ['iife'], name: 'device' },
    },
  });
  const [output] = Array.isArray(built) ? built : [];
  const [chunk] = output?.output ?? [];
  if (!chunk) throw new Error('The page’s part of this test could not be built.');
  // The debugger's own code may evaluate strings. A task of the page's may not, and zod looks once which of the two it is.
  return `new Promise((done) => setTimeout(() => {
    ${chunk.code}
    globalThis.device = device;
    done();
  }))`;
}
