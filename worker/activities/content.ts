import { atLeast, fuller, type Level } from '../../shared/access.ts';
import type { Attachment } from '../../shared/activity.ts';

/** What a record says beyond the fact that it happened. Each level carries what the one before carries and more. */
export type Content = {
  subject: string | null;
  messageId: string | null;
  pageUrl: string | null;
  attachments: Attachment[];
  /** The owner's own sentence. */
  summary: string | null;
  text: string | null;
  textCut: boolean;
};

const NOTHING: Content = {
  subject: null,
  messageId: null,
  pageUrl: null,
  attachments: [],
  summary: null,
  text: null,
  textCut: false,
};

/** As much of `content` as `level` carries. */
export function atLevel(content: Content, level: Level): Content {
  if (level === 'fact') return NOTHING;
  const upToSubject = { ...content, summary: null, text: null, textCut: false };
  if (level === 'subject') return upToSubject;
  return level === 'summary' ? { ...upToSubject, summary: content.summary } : content;
}

/** The least level that carries everything in `content`. */
export function levelOf({ text, summary, ...rest }: Content): Level {
  if (text !== null) return 'full';
  if (summary !== null) return 'summary';
  const hasSubject = rest.subject ?? rest.messageId ?? rest.pageUrl ?? (rest.attachments.length > 0 || null);
  return hasSubject === null ? 'fact' : 'subject';
}

/** One message, known to two people: what one of them did not bring comes from the other. */
export function combined(first: Content, second: Content): Content {
  return {
    subject: first.subject ?? second.subject,
    messageId: first.messageId ?? second.messageId,
    pageUrl: first.pageUrl ?? second.pageUrl,
    attachments: first.attachments.length > 0 ? first.attachments : second.attachments,
    summary: first.summary,
    text: first.text ?? second.text,
    textCut: first.text === null ? second.textCut : first.textCut,
  };
}

const SNIPPET = 160;

/** The first words for a row of the feed, on one line. */
export function snippetOf(text: string | null): string | null {
  // Blank lines may fill the start; nobody needs more than this to find 160 characters.
  const line = (text ?? '')
    .slice(0, SNIPPET * 10)
    .replace(/\s+/g, ' ')
    .trim();
  return line ? [...line].slice(0, SNIPPET).join('').toWellFormed() : null;
}

export const fullest = (levels: readonly Level[]): Level => levels.reduce(fuller, 'fact');

export const carries = (level: Level, content: Content): boolean => atLeast(level, levelOf(content));
