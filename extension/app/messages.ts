import { browser } from 'wxt/browser';
import * as z from 'zod';

/** What the panel asks of the service worker. */
const ToBackground = z.strictObject({
  type: z.literal('capture'),
  windowId: z.int(),
  /** Another message of the conversation on the page than the open one. */
  key: z.string().max(2000).optional(),
});
export type ToBackground = z.infer<typeof ToBackground>;

/** Rejects when the service worker dies before it has taken the message. */
export async function tellBackground(message: ToBackground): Promise<void> {
  await browser.runtime.sendMessage(message);
}

/**
 * Hears the extension's own pages and nobody else: a script injected into a page shares our id, and a page that has
 * taken over its renderer speaks with that script's voice.
 */
export function onMessage(react: (message: ToBackground) => void): void {
  const ownPages = browser.runtime.getURL('/sidepanel.html');
  browser.runtime.onMessage.addListener((message: unknown, sender, respond) => {
    const parsed = ToBackground.safeParse(message);
    const isOwn = sender.id === browser.runtime.id && sender.url?.startsWith(ownPages);
    if (!parsed.success || !isOwn) return;
    react(parsed.data);
    respond(true);
  });
}
