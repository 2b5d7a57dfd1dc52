import type { ElementHandle, Page } from 'puppeteer-core';
import type { Stack } from './stack.ts';

const PATIENCE = { polling: 100, timeout: 30_000 } as const;

/** What a person does in the side panel, by the words on screen. */
export class Panel {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Everything the panel shows; what is hidden is left out. */
  text(): Promise<string> {
    // biome-ignore lint/performance/useDomNodeTextContent: only what is visible counts as said
    return this.page.evaluate(() => document.body.innerText.replace(/\s+/g, ' '));
  }

  /** Waits until the panel says `words`. */
  async says(words: string | RegExp, timeout = 30_000): Promise<void> {
    const until = Date.now() + timeout;
    while (Date.now() < until) {
      const text = await this.text();
      if (typeof words === 'string' ? text.includes(words) : words.test(text)) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`The panel never said ${words}; it says: ${(await this.text()).slice(0, 600)}`);
  }

  /**
   * Presses the button whose label, else visible text, begins with `name`. An answer that arrives between finding and
   * pressing may put another button in its place; a person would press that one, so it is looked for again.
   */
  async click(name: string): Promise<void> {
    const until = Date.now() + PATIENCE.timeout;
    while (!(await pressed(await this.button(name), this.page))) {
      if (Date.now() > until) throw new Error(`"${name}" was never there long enough to be pressed.`);
    }
  }

  private async button(name: string): Promise<ElementHandle<HTMLElement>> {
    const found = await this.page.waitForFunction(
      (wanted) =>
        [...document.querySelectorAll<HTMLElement>('button, [role=tab], label')].find((element) => {
          // biome-ignore lint/performance/useDomNodeTextContent: a busy label is there but hidden
          const words = (element.ariaLabel ?? element.innerText).replace(/\s+/g, ' ').trim();
          return (
            element.checkVisibility() && !element.ariaDisabled?.includes('true') && words.startsWith(wanted)
          );
        }),
      PATIENCE,
      name,
    );
    return found as ElementHandle<HTMLElement>;
  }

  /** Types into the field labelled `label`, in place of what is there. */
  async fill(label: string, value: string): Promise<void> {
    const found = await this.page.waitForFunction(
      (wanted) =>
        [...document.querySelectorAll<HTMLInputElement>('input, textarea')].find((input) =>
          [input.ariaLabel, ...[...(input.labels ?? [])].map(({ textContent }) => textContent)].some((text) =>
            text?.trim().startsWith(wanted),
          ),
        ),
      PATIENCE,
      label,
    );
    const field = found.asElement() as ElementHandle<Element> | null;
    await field?.click({ count: 3 });
    await field?.type(value);
  }

  async signIn(stack: Pick<Stack, 'url' | 'oneTimeCode'>, as: 'rep' | 'manager'): Promise<void> {
    await this.fill('Server address', stack.url);
    await this.click('Continue');
    await this.fill('One-time code', await stack.oneTimeCode());
    await this.click(`Try as a ${as}`);
    await this.page.click('button[type=submit]');
    await this.page.waitForSelector('#tab-now');
  }

  /** Into a workspace of one's own, which knows nobody yet. */
  async beginEmpty(stack: Stack): Promise<void> {
    await this.fill('Server address', stack.url);
    await this.click('Continue');
    await this.fill('One-time code', await stack.oneTimeCode());
    await this.click('Start empty');
    await this.fill('Your name', 'Dana Whitfield');
    await this.fill('Workspace', 'Larkfield');
    await this.page.click('button[type=submit]');
    await this.page.waitForSelector('#tab-now');
  }

  /** Shows another language, as the settings do. */
  async speak(language: 'en' | 'zh-CN'): Promise<void> {
    await this.page.evaluate((preferences) => chrome.storage.local.set({ preferences }), {
      language,
      theme: 'light',
      singleKeys: true,
    });
    await this.page.waitForFunction((lang) => document.documentElement.lang === lang, PATIENCE, language);
  }
}

/**
 * By the keyboard where that is possible: what appears meanwhile may move a button from under the pointer. Answers
 * whether the element was still there to take the press.
 */
async function pressed(element: ElementHandle<HTMLElement>, page: Page): Promise<boolean> {
  const isButton = await element.evaluate((found) => {
    found.addEventListener('click', () => Object.assign(found, { wasPressed: true }), { once: true });
    return found.matches('button');
  });
  try {
    if (!isButton) await element.click();
    else {
      await element.focus();
      await page.keyboard.press('Enter');
    }
  } catch (error) {
    // Gone before it could be pressed; anything else is the test's to know.
    if (await element.evaluate((found) => found.isConnected)) throw error;
  }
  return element.evaluate((found) => Reflect.get(found, 'wasPressed') === true);
}
