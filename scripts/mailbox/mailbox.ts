import { readFileSync } from 'node:fs';
import { type Context, Hono } from 'hono';
import { createMiddleware } from 'hono/factory';
import { fromRoot } from '../root.ts';
import type { Language } from '../seed/names.ts';
import { type Folder, type Message, messagesAt } from './messages.ts';
import { mailboxPage, mailPath } from './page.ts';
import { sourceOf } from './source.ts';

const PAGE_POLICY =
  "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; frame-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
/** What a mail's own markup may do: look. */
const BODY_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox allow-same-origin";

const LOOPBACK = /^(localhost|127\.0\.0\.1)(:\d+)?$/;

/** A small webmail with ten mails, to try the panel on: an ordinary one, of which the extension knows nothing. */
export function mailbox(now: number): Hono {
  const messages = messagesAt(now);
  const find = (id: string) => messages.find((message) => message.id === id);
  const file = (path: string) => readFileSync(fromRoot('scripts/mailbox/static', path), 'utf8');
  const [styles, script] = [file('mailbox.css'), file('mailbox.mjs')];
  const inFolder = (folder: Folder) => messages.filter((message) => message.folder === folder);
  return new Hono()
    .use(guarded)
    .get('/', (c) => c.redirect(newest(messages, languageOf(c.req.header('accept-language')))))
    .get('/mailbox.css', (c) => c.body(styles, 200, { 'content-type': 'text/css; charset=utf-8' }))
    .get('/mailbox.mjs', (c) => c.body(script, 200, { 'content-type': 'text/javascript; charset=utf-8' }))
    .get('/:language{en|zh}/mail/:folder{inbox|sent}/', (c) => {
      const { language, folder } = c.req.param() as { language: Language; folder: Folder };
      return c.html(mailboxPage({ language, folder, messages: inFolder(folder) }));
    })
    .get('/:language{en|zh}/mail/:id', (c) => {
      const { language, id } = c.req.param() as { language: Language; id: string };
      const open = find(id);
      const { folder } = open ?? { folder: 'inbox' };
      const view = { language, folder, messages: inFolder(folder), open, isMissing: !open };
      return c.html(mailboxPage(view), open ? 200 : 404);
    })
    .get('/source/:id', (c) => text(c, find(c.req.param('id')), sourceOf))
    .get('/body/:id', (c) => {
      const markup = find(c.req.param('id'))?.html;
      return markup === undefined
        ? c.notFound()
        : c.html(markup, 200, { 'content-security-policy': BODY_POLICY });
    })
    .get('/attachment/:id', (c) => text(c, find(c.req.param('id')), ({ attachment }) => attachment?.content));
}

/** A name that resolves here from elsewhere (DNS rebinding) is refused. */
const guarded = createMiddleware(async (c, next) => {
  if (!LOOPBACK.test(c.req.header('host') ?? new URL(c.req.url).host)) return c.text('Forbidden', 403);
  await next();
  c.header('x-content-type-options', 'nosniff');
  c.header('referrer-policy', 'same-origin');
  c.header('cache-control', 'no-store');
  if (!c.res.headers.has('content-security-policy')) c.header('content-security-policy', PAGE_POLICY);
});

function text(c: Context, message: Message | undefined, read: (message: Message) => string | undefined) {
  const content = message && read(message);
  return content === undefined ? c.notFound() : c.text(content);
}

const languageOf = (accepted = ''): Language => (/^zh\b/i.test(accepted.trim()) ? 'zh' : 'en');

/** A newcomer's first look is at a mail of his own language, so that there is something to log. */
function newest(messages: readonly Message[], language: Language): string {
  const first = messages.find((message) => message.language === language);
  return first ? mailPath(language, first) : `/${language}/mail/inbox/`;
}
