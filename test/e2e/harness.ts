import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, launch, type Page } from 'puppeteer-core';
import { CHROMIUM_FLAGS, findChromium } from '../../scripts/chromium.ts';
import { EXTENSION_DIR } from '../../scripts/start/extension.ts';

type Opening = {
  profile?: string;
  /** An origin that the person has allowed for good. */
  allows?: string;
  /** Where the extension lies. */
  built?: string;
};

/** A real Chromium with the built extension, in a profile of its own that survives a kill. */
export class Surroundings {
  readonly browser: Browser;
  readonly extensionId: string;
  private readonly profile: string;

  private constructor(browser: Browser, extensionId: string, profile: string) {
    this.browser = browser;
    this.extensionId = extensionId;
    this.profile = profile;
  }

  static async open({ profile, allows, built = EXTENSION_DIR }: Opening = {}): Promise<Surroundings> {
    const own = profile ?? (await mkdtemp(join(tmpdir(), 'sidelog-profile-')));
    const extension = allows ? await allowing(allows, join(own, 'extension')) : built;
    const browser = await launch({
      executablePath: findChromium(),
      userDataDir: own,
      pipe: true,
      enableExtensions: true,
      defaultViewport: null,
      protocolTimeout: 60_000,
      args: [...CHROMIUM_FLAGS, '--lang=en-US', '--window-size=1280,900'],
    });
    return new Surroundings(browser, await browser.installExtension(extension), own);
  }

  async page(url: string): Promise<Page> {
    const page = await this.browser.newPage();
    await page.goto(url);
    return page;
  }

  /** Clicks the real toolbar icon over `page` and answers the side panel of its window. */
  async clickIcon(page: Page): Promise<Page> {
    await page.bringToFront();
    const extension = (await this.browser.extensions()).get(this.extensionId);
    if (!extension) throw new Error('The extension is not installed.');
    const panel = `chrome-extension://${this.extensionId}/sidepanel.html`;
    // A click in the moment after the extension was installed meets nobody who listens; a person would click again.
    for (let tries = 1; ; tries++) {
      await page.triggerExtensionAction(extension);
      const opened = this.browser.waitForTarget((candidate) => candidate.url().startsWith(panel), {
        timeout: 3000,
      });
      const target = await opened.catch((error) => {
        if (tries === 10) throw error;
      });
      if (target) return target.asPage();
    }
  }

  /** Ends the service worker as the browser does when it likes. */
  async killWorker(): Promise<void> {
    const target = await this.browser.waitForTarget(
      (candidate) => candidate.type() === 'service_worker' && candidate.url().includes(this.extensionId),
    );
    await (await target.worker())?.close();
  }

  /** Ends the browser without a word, as a power cut does, and starts it again on the same profile. */
  async crash(): Promise<Surroundings> {
    const chromium = this.browser.process();
    const ended = new Promise((resolve) => chromium?.once('exit', resolve));
    chromium?.kill('SIGKILL');
    await ended;
    return Surroundings.open({ profile: this.profile });
  }

  async close(): Promise<void> {
    await this.browser.close();
    await rm(this.profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** A copy of the built extension that holds `origin` already: no test can press the button of the browser's own dialog. */
async function allowing(origin: string, dir: string): Promise<string> {
  await cp(EXTENSION_DIR, dir, { recursive: true });
  const file = join(dir, 'manifest.json');
  const manifest = JSON.parse(await readFile(file, 'utf8'));
  await writeFile(file, JSON.stringify({ ...manifest, host_permissions: [`${origin}/*`] }));
  return dir;
}
