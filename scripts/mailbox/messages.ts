import { OWNER } from './known-sender.ts';
import { MAILS_EN } from './mails-en.ts';
import { MAILS_ZH } from './mails-zh.ts';
import type { SampleMail, Sender } from './sample-mail.ts';

export type Folder = 'inbox' | 'sent';
/** A mail of the sample mailbox on the day of the start. `text` holds the earlier message as well, where there is one. */
export type Message = Omit<SampleMail, 'sent' | 'quoted'> & {
  folder: Folder;
  to: Sender;
  sentAt: number;
  messageId: string;
  inReplyTo?: string;
};

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

/** The ten messages, and what they answer as sent, newest first, with dates as they look fresh at `now`. */
export function messagesAt(now: number): Message[] {
  return [...MAILS_EN, ...MAILS_ZH]
    .flatMap((mail) => withEarlier(mail, timeOf(mail, now)))
    .sort((a, b) => b.sentAt - a.sentAt);
}

function withEarlier({ sent, quoted, ...mail }: SampleMail, sentAt: number): Message[] {
  const message = { ...mail, folder: 'inbox', to: OWNER, sentAt, messageId: idOf(mail, sentAt) } as const;
  if (!quoted) return [message];
  const { daysEarlier, text } = quoted;
  const asked = sentAt - daysEarlier * DAY;
  const { language, zone, from, subject } = mail;
  const people = { from: OWNER, to: from };
  const about = { id: `${mail.id}-asked`, subject: subject.replace(/^(Re: |回覆：)/, ''), ...people };
  const messageId = idOf(about, asked);
  const earlier = { ...about, folder: 'sent', language, zone, text, sentAt: asked, messageId } as const;
  const history = text
    .split('\n')
    .map((line) => `> ${line}`.trimEnd())
    .join('\n');
  const reply = `${mail.text}\n\n${attribution(earlier)}\n\n${history}`;
  return [{ ...message, text: reply, inReplyTo: messageId }, earlier];
}

function timeOf({ sent, zone }: SampleMail, now: number): number {
  if ('minutesAgo' in sent) return Math.floor(now / MINUTE - sent.minutesAgo) * MINUTE;
  const offset = offsetOf(zone);
  const today = Math.floor((now + offset) / DAY) * DAY - offset;
  const [hours = 0, minutes = 0] = sent.at.split(':').map(Number);
  return today - sent.daysAgo * DAY + (hours * 60 + minutes) * MINUTE;
}

/** `-0530` in milliseconds. */
export const offsetOf = (zone: string): number =>
  (Number(zone.slice(0, 3)) * 60 + Number(zone.slice(0, 1) + zone.slice(3))) * MINUTE;

/** The same message keeps its id for a day, however often the server starts: what was logged is found again. */
const idOf = ({ id, from }: { id: string; from: Sender }, at: number): string =>
  `<${id}.${new Date(at).toISOString().slice(0, 10)}@${from.email.split('@')[1]}>`;

/** As Gmail writes it above what it quotes, in the sender's language. */
function attribution({ language, from, zone, sentAt }: Message): string {
  const timeZone = `${zone.slice(0, 3)}:${zone.slice(3)}`;
  const who = `${from.name} <${from.email}>`;
  const at = new Date(sentAt);
  if (language === 'zh') {
    const when = at.toLocaleString('zh-CN', { dateStyle: 'long', timeStyle: 'short', timeZone });
    return `${who} 於 ${when} 寫道：`;
  }
  const date = at.toLocaleDateString('en-US', { dateStyle: 'medium', timeZone });
  const time = at.toLocaleTimeString('en-US', { timeStyle: 'short', timeZone });
  return `On ${date} at ${time} ${who} wrote:`;
}
