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

  /** Presses the button whose label, else visible text, begins with `name`. */
  async click(name: string): Promise<void> {
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
    await press(found.asElement() as ElementHandle<Element> | null, this.page);
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

  async signIn(stack: Stack, as: 'rep' | 'manager'): Promise<void> {
    await this.fill('Server address', stack.url);
    await this.click('Continue');
    await this.fill('One-time code', await stack.oneTimeCode());
    await this.click(`Try as a ${as}`);
    await this.page.click('button[type=submit]');
    await this.page.waitForSelector('#tab-now');
  }
}

/** By the keyboard where that is possible: what appears meanwhile may move a button from under the pointer. */
async function press(element: ElementHandle<Element> | null, page: Page): Promise<void> {
  const isButton = await element?.evaluate((found) => found.matches('button'));
  if (!isButton) return element?.click();
  await element?.focus();
  await page.keyboard.press('Enter');
}
