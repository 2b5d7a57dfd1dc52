import { html } from 'hono/html';
import type { Language } from '../seed/names.ts';
import type { Folder, Message } from './messages.ts';
import type { Sender } from './sample-mail.ts';
import { otherLanguage, WORDS } from './words.ts';

/** `messages`: those of the folder. */
export type View = {
  language: Language;
  folder: Folder;
  messages: readonly Message[];
  open?: Message;
  isMissing?: boolean;
};

const folderPath = (language: Language, folder: Folder): string => `/${language}/mail/${folder}/`;
export const mailPath = (language: Language, { id }: { id: string }): string => `/${language}/mail/${id}`;

/** The list, and beside it the open message. */
export function mailboxPage(view: View) {
  const { language, folder, open } = view;
  const words = WORDS[language];
  const other = otherLanguage(language);
  const otherPath = open ? mailPath(other, open) : folderPath(other, folder);
  return html`<!doctype html>
<html lang="${words.lang}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${open ? `${open.subject} · ` : ''}${words.title}</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="/mailbox.css" />
    <script type="module" src="/mailbox.mjs"></script>
  </head>
  <body class="${open ? 'reading' : 'listing'}">
    <header class="bar">
      <h1>${words.title}</h1>
      <p>${words.note}</p>
      <a href="${otherPath}" lang="${WORDS[other].lang}" hreflang="${WORDS[other].lang}">${words.switchTo}</a>
    </header>
    <div class="side">
      <nav class="folders" aria-label="${words.folders}">
        ${(['inbox', 'sent'] as const).map(
          (one) =>
            html`<a href="${folderPath(language, one)}"${one === folder ? html` aria-current="true"` : ''}>${words[one]}</a>`,
        )}
      </nav>
      ${list(view)}
    </div>
    <main>${open ? pane(view, open) : html`<p class="nothing">${view.isMissing ? words.missing : words.choose}</p>`}</main>
  </body>
</html>`;
}

function list({ language, messages, open }: View) {
  const words = WORDS[language];
  return html`<nav class="messages" aria-label="${words.messages}" title="${words.keys}">
      <ol>${messages.map(
        (message) => html`
        <li><a href="${mailPath(language, message)}"${message === open ? html` aria-current="page"` : ''}>
          <span class="who" lang="${message.language}">${(message.folder === 'sent' ? message.to : message.from).name}</span>
          ${time(message, language, SHORT)}
          <span class="what" lang="${message.language}">${message.subject}</span>
        </a></li>`,
      )}
      </ol>
    </nav>`;
}

function pane({ language, folder, messages }: View, open: Message) {
  const words = WORDS[language];
  const at = messages.indexOf(open);
  const [newer, older] = [messages[at - 1], messages[at + 1]];
  return html`<div class="tools">
        <a class="back" href="${folderPath(language, folder)}">${words.all}</a>
        ${newer ? html`<a rel="prev" href="${mailPath(language, newer)}">${words.newer}</a>` : ''}
        ${older ? html`<a rel="next" href="${mailPath(language, older)}">${words.older}</a>` : ''}
        <a class="original" href="/source/${open.id}">${words.original}</a>
      </div>
      <article>
        <h2 lang="${open.language}">${open.subject}</h2>
        <dl>
          <dt>${words.from}</dt><dd>${person(open.from)}</dd>
          <dt>${words.to}</dt><dd>${person(open.to)}</dd>
          ${open.cc ? html`<dt>${words.cc}</dt><dd>${open.cc.map(person)}</dd>` : ''}
          <dt>${words.date}</dt><dd>${time(open, language, LONG)}</dd>
          ${open.attachment ? html`<dt>${words.attachment}</dt><dd><a href="/attachment/${open.id}" download>${open.attachment.name}</a></dd>` : ''}
        </dl>
        ${body(open, words.body)}
      </article>`;
}

/** A sender's markup has a document of its own, without scripts; everything else is text. */
const body = (message: Message, label: string) =>
  message.html
    ? html`<iframe class="message-body" src="/body/${message.id}" sandbox="allow-same-origin" title="${label}"></iframe>`
    : html`<div class="message-body" role="document" aria-label="${label}" lang="${message.language}">${message.text}</div>`;

const person = ({ name, email }: Sender) =>
  html`<span class="person">${name} &lt;<a href="mailto:${email}">${email}</a>&gt;</span>`;

const SHORT: Intl.DateTimeFormatOptions = { month: 'short', day: 'numeric' };
const LONG: Intl.DateTimeFormatOptions = { dateStyle: 'full', timeStyle: 'short' };

const time = ({ sentAt }: Message, language: Language, format: Intl.DateTimeFormatOptions) =>
  html`<time datetime="${new Date(sentAt).toISOString()}">${new Date(sentAt).toLocaleString(WORDS[language].lang, format)}</time>`;
