import type { TaskKind } from '../../shared/task.ts';
import { isLookBack } from './look-back.ts';
import { type Clock, findWhens, readTyped, type When } from './read-when.ts';
import { sentenceAround } from './sentence.ts';

/** A next step as words tell it. `title`: what is to be done, without the words for the day. */
export type SpokenStep = When & { kind: TaskKind; title: string };

/** In this order: "call about the visit" is a call. */
const KINDS: readonly [TaskKind, RegExp][] = [
  ['call', /\b(?:call|phone|ring|dial)\b|电话|電話|通话|致电|回电|语音/i],
  ['visit', /\bvisit\b|\bon[- ]?site\b|come (?:by|over)|拜访|拜訪|上门|到访|登门|现场/i],
  ['meeting', /\bmeet(?:ing)?\b|\bdemo\b|\bteams\b|\bzoom\b|会议|會議|开会|見面|见面|面谈|演示|会面/i],
  [
    'email',
    /\b(?:send|e-?mail|reply|quote|forward)\b|发送|发给|发(?!现|展|生|货|票)|寄(?!存)|邮件|回复|报价|报个价/i,
  ],
];

export function kindOf(words: string): TaskKind {
  return KINDS.find(([, pattern]) => pattern.test(words))?.[0] ?? 'other';
}

/** What the rep types into the field of the next step. */
export function readTypedStep(text: string, clock: Clock): SpokenStep | undefined {
  const when = readTyped(text, clock);
  return when && { ...when, kind: kindOf(text), title: withoutWhen(text, when) };
}

/** What a mail agrees on or asks for: the first day whose sentence names something to do. */
export function findStep(text: string, clock: Clock): SpokenStep | undefined {
  for (const when of findWhens(text, clock)) {
    const sentence = sentenceAround(text, when);
    const kind = kindOf(sentence);
    if (kind !== 'other' && !isLookBack(text, when, clock)) {
      return { ...when, kind, title: clipTitle(sentence) };
    }
  }
  return undefined;
}

/** `text` without the words of the day and what tied them to the rest; all of it where nothing else was said. */
export function withoutWhen(text: string, { start, end }: Pick<When, 'start' | 'end'>): string {
  const before = text.slice(0, start).replace(/(?:\b(?:on|by|at|until|before|for)\s*|[于在]\s*)$/i, '');
  const after = text.slice(end).replace(/^\s*(?:之?前|[，,、:：])\s*/, ' ');
  const rest = `${before} ${after}`
    .replace(/\s+/g, ' ')
    .replace(/(?<=[一-鿿]) (?=[一-鿿])/g, '')
    .trim();
  return rest || text.trim();
}

const TITLE_CHARS = 120;
const clipTitle = (text: string): string =>
  text.length <= TITLE_CHARS ? text : `${text.slice(0, TITLE_CHARS - 1).trimEnd()}…`;
