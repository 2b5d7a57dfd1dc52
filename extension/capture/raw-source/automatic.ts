import type { CapturedMail } from '../../../shared/capture.ts';
import type { Contents } from './body.ts';
import type { MimeTree } from './mime-tree.ts';

/** What the headers say about who, or what, wrote: a bounce is also an automatic answer, so the order decides. */
export function automatic(tree: MimeTree, contents: Contents): CapturedMail['automatic'] {
  const header = (key: string): string =>
    tree.headers.find((one) => one.key === key)?.value.toLowerCase() ?? '';
  const has = (...keys: string[]): boolean => keys.some((key) => header(key) !== '');
  const report =
    tree.root.type === 'multipart/report' ? (tree.root.params['report-type'] ?? '').toLowerCase() : '';
  if (report === 'delivery-status' || has('x-failed-recipients') || isFromDaemon(header)) return 'bounce';
  if (contents.invites.length > 0 || header('content-class').includes('calendarmessage')) return 'calendar';
  const isReply = header('auto-submitted').startsWith('auto-replied') || has('x-autoreply', 'x-autorespond');
  if (isReply || /^auto.?reply/.test(header('precedence')) || report === 'disposition-notification') {
    return 'auto_reply';
  }
  const isList =
    has('list-id', 'list-unsubscribe', 'list-post') || /^(?:list|bulk)/.test(header('precedence'));
  return isList ? 'list' : undefined;
}

const isFromDaemon = (header: (key: string) => string): boolean =>
  header('return-path') === '<>' && /^[^@]*\b(?:mailer-daemon|postmaster)@/.test(header('from'));
