import { MAILS_EN } from './mails-en.ts';
import { MAILS_ZH } from './mails-zh.ts';
import type { SampleMail } from './sample-mail.ts';

/** A mail of the sample mailbox on the day of the start. `text` holds the earlier message as well, where there is one. */
export type Message = SampleMail & { sentAt: number; messageId: string; inReplyTo?: string };

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

/** The ten messages, newest first, with dates as they look fresh at `now`. */
export function messagesAt(now: number): Message[] {
  return [...MAILS_EN, ...MAILS_ZH].map((mail) => sent(mail, now)).sort((a, b) => b.sentAt - a.sentAt);
}

function sent(mail: SampleMail, now: number): Message {
  const sentAt = timeOf(mail, now);
  const message = { ...mail, sentAt, messageId: idOf(mail.id, mail.from.email, sentAt) };
  if (!mail.quoted) return message;
  const { from, daysEarlier, text } = mail.quoted;
  const earlier = sentAt - daysEarlier * DAY;
  const history = text
    .split('\n')
    .map((line) => `> ${line}`.trimEnd())
    .join('\n');
  return {
    ...message,
    text: `${mail.text}\n\n${attribution(mail, earlier)}\n\n${history}`,
    inReplyTo: idOf(`${mail.id}-asked`, from.email, earlier),
  };
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
const idOf = (id: string, email: string, at: number): string =>
  `<${id}.${new Date(at).toISOString().slice(0, 10)}@${email.split('@')[1]}>`;

/** As Gmail writes it above what it quotes, in the sender's language. */
function attribution({ language, quoted, zone }: SampleMail, at: number): string {
  const timeZone = `${zone.slice(0, 3)}:${zone.slice(3)}`;
  const from = `${quoted?.from.name} <${quoted?.from.email}>`;
  if (language === 'zh') {
    const when = new Date(at).toLocaleString('zh-CN', { dateStyle: 'long', timeStyle: 'short', timeZone });
    return `${from} 於 ${when} 寫道：`;
  }
  const date = new Date(at).toLocaleDateString('en-US', { dateStyle: 'medium', timeZone });
  const time = new Date(at).toLocaleTimeString('en-US', { timeStyle: 'short', timeZone });
  return `On ${date} at ${time} ${from} wrote:`;
}
