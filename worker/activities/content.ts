import { atLeast, type Level } from '../../shared/access.ts';
import type { OwnContent, StoredParty } from '../db/shard/own-content.ts';

/**
 * What a contribution says beyond the fact that it happened and with whom. Each level carries what the one before
 * carries and more.
 */
export type Content = Omit<OwnContent, 'snippet'> & {
  /** The owner's own sentence; a joiner's is kept as a note. */
  summary: string | null;
};

/** As much of `content` as `level` carries. */
export function atLevel(content: Content, level: Level): Content {
  const { subject, messageId, attachments, parties, summary } = content;
  const nothing = {
    subject: null,
    messageId: null,
    attachments: [],
    summary: null,
    text: null,
    textCut: false,
  };
  if (level === 'fact') return { ...nothing, parties };
  if (level === 'subject') return { ...nothing, parties, subject, messageId, attachments };
  if (level === 'summary') return { ...nothing, parties, subject, messageId, attachments, summary };
  return content;
}

/** The least level that carries everything in `content`. */
function levelOf({ text, summary, subject, messageId, attachments }: Content): Level {
  if (text !== null) return 'full';
  if (summary !== null) return 'summary';
  return subject === null && messageId === null && attachments.length === 0 ? 'fact' : 'subject';
}

export const carries = (level: Level, content: Content): boolean => atLeast(level, levelOf(content));

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

/**
 * What is stored with a contribution that says `said`, in an activity that says `present`: nothing where both are the
 * same. Who is shown the activity's words in place of these learns no word more than was sent here.
 */
export function ownContent(said: Content, present: Content, level: Level): OwnContent | null {
  return isAlike(said, atLevel(present, level)) ? null : storedContent(said);
}

export function storedContent({ summary: _, ...said }: Content): OwnContent {
  const { subject, text, textCut, messageId, attachments, parties } = said;
  const snippet = snippetOf(text);
  return { subject, snippet, text, textCut, messageId, attachments, parties: parties.map(inOrder) };
}

/** Two people's pages may break lines differently; every other difference is one. */
export function isAlike(a: Content, b: Content): boolean {
  return JSON.stringify(comparable(a)) === JSON.stringify(comparable(b));
}

const inOneLine = (words: string | null) => words?.normalize('NFC').replace(/\s+/g, ' ').trim() || null;

const comparable = ({ subject, text, textCut, messageId, attachments, parties }: Content) => [
  inOneLine(subject),
  inOneLine(text),
  textCut,
  messageId,
  attachments.map(({ name, type, size }) => [name, type, size]),
  parties.map((party) => JSON.stringify(inOrder(party))).sort(),
];

const inOrder = ({ role, name, email, contactId, userId }: StoredParty): StoredParty => ({
  role,
  name,
  email,
  contactId,
  userId,
});
