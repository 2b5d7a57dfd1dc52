import { Meta } from '../../shared/session.ts';
import { isOlder } from '../../shared/version.ts';
import { apiOf, clientVersion, ServerMismatch, unwrap } from './client.ts';

/** Oldest server whose answers this panel understands. */
const MIN_SERVER = '0.1.0';

/** Asks what `server` is. Refuses anything that is not a Sidelog server of a matching version. */
export async function checkServer(server: string): Promise<Meta> {
  const meta = Meta.safeParse(await unwrap(apiOf(server).api.v1.meta.$get()));
  if (!meta.success) throw new ServerMismatch('not_sidelog');
  if (isOlder(meta.data.version, MIN_SERVER)) throw new ServerMismatch('server_old');
  if (isOlder(clientVersion(), meta.data.minClient)) throw new ServerMismatch('client_old');
  return meta.data;
}

/**
 * The origin a person meant: "crm.example.com" becomes https. Undefined where it is no address, or one without TLS that
 * is not this machine, since the bearer token would travel in the clear.
 */
export function normalizeServer(typed: string): string | undefined {
  const text = typed.trim();
  const hasScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(text);
  const isLocal = /^(localhost|127\.0\.0\.1)(:|\/|$)/i.test(text);
  const url = URL.parse(hasScheme ? text : `${isLocal ? 'http' : 'https'}://${text}`);
  if (!url?.hostname) return undefined;
  const isLoopback = url.hostname === 'localhost' || url.hostname === '127.0.0.1';
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback)) return undefined;
  return url.origin;
}
