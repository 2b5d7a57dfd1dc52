import { concatBytes } from './bytes.ts';

const MAX_BYTES = 30 * 1024 * 1024;
const TIMEOUT_MS = 10_000;

/** Why a source could not be had: a code, because the panel finds the words. */
export class SourceUnavailable extends Error {
  override name = 'SourceUnavailable';
}

/**
 * The bytes of a message's source, asked for with the page's own cookie and from the page's own origin. No redirect is
 * followed: a source is answered at its own address, and whatever leads elsewhere is a sign-in page or another origin,
 * which is not to learn of the message.
 */
export async function fetchSource(url: URL): Promise<Uint8Array> {
  const response = await fetch(url, {
    credentials: 'same-origin',
    cache: 'no-store',
    redirect: 'manual',
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  if (response.type === 'opaqueredirect') throw new SourceUnavailable('redirected');
  if (!response.ok) throw new SourceUnavailable(`http_${response.status}`);
  const bytes = await readBody(response);
  if (!looksLikeMail(bytes)) throw new SourceUnavailable('not_a_message');
  return bytes;
}

async function readBody(response: Response): Promise<Uint8Array> {
  const reader = response.body?.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (let read = await reader?.read(); read?.value; read = await reader?.read()) {
    size += read.value.length;
    if (size > MAX_BYTES) {
      void reader?.cancel();
      throw new SourceUnavailable('too_large');
    }
    chunks.push(read.value);
  }
  return concatBytes(chunks);
}

/** A signed-out session answers with a page: the first line of a message is a header. */
function looksLikeMail(bytes: Uint8Array): boolean {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 1000)).trimStart();
  return /^(?:From .*\r?\n)?[!-9;-~]+[ \t]*:/.test(start);
}

/** What to tell of a failure; the message of an unknown one may hold words of the mail, so only its name is kept. */
export function codeOf(error: unknown): string {
  if (error instanceof SourceUnavailable) return error.message;
  if (!(error instanceof Error)) return 'unknown';
  if (error.name === 'TimeoutError' || error.name === 'AbortError') return 'timeout';
  return error instanceof TypeError ? 'network' : `unreadable_${error.name}`;
}
