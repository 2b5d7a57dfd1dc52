import { afterEach, expect, test, vi } from 'vitest';
import { fetchSource } from '../../../extension/capture/raw-source/fetch-source.ts';

const SOURCE = 'From: Mei Tan <mei@tan.example>\r\nSubject: Besuch\r\n\r\nx';
const AT = new URL('https://post.example/?_action=viewsource&_uid=81');

afterEach(() => vi.unstubAllGlobals());

/** The browser's answer where the server sends a redirect: followed it leads to a message, else it is opaque. */
function redirecting() {
  vi.stubGlobal('fetch', async (_: URL, { redirect = 'follow' }: RequestInit) =>
    redirect === 'follow'
      ? new Response(SOURCE)
      : Object.defineProperty(Response.error(), 'type', { value: 'opaqueredirect' }),
  );
}

test('a source is read at its own address', async () => {
  vi.stubGlobal('fetch', async () => new Response(SOURCE));
  expect(new TextDecoder().decode(await fetchSource(AT))).toBe(SOURCE);
});

test('where it is said to be elsewhere nobody is asked there', async () => {
  redirecting();
  await expect(fetchSource(AT)).rejects.toThrow('redirected');
});
