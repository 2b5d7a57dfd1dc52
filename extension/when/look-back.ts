import { addDays, dayOf } from '../../shared/day.ts';
import { type Clock, namesYear, type When } from './read-when.ts';
import { clauseAround, sentenceAround } from './sentence.ts';

/** A date without a year that is farther away was most likely the last one of its name. */
const AHEAD_DAYS = 180;

/** Words for a day that can only lie ahead. */
const IS_AHEAD = /\bnext\b|tomorrow|^in \w|[下明]|[后後]天|之?[后後内內]$/i;
const THANKS = /\bthank(?:s| you)\b[^,]* for\b|\bappreciated?\b|感谢|感謝|谢谢|謝謝|多谢|多謝/i;
const PAST =
  /\b(?:was|were)\b(?! (?:wondering|hoping|thinking))|(?<!\bbe |\bas )\b(?:had|sent|called|visited|met|went|discussed|spoke|talked)\b|\byesterday\b|已|了解到|上次|昨[天日晚]|前[天日]|刚才|剛才|[开開聊谈談见見发發寄访訪论論到过過][了过過]/i;
const PLANS =
  /\b(?:will|shall|can|could|would|should|may|please|let|need|must|going to)\b|’ll|'ll|^(?:call|phone|ring|send|meet|visit)\b|\?$|请|請|将|將|能否|可否|可以|麻烦|麻煩|计划|計劃|打算|希望/i;
const DEADLINE = /^\s?之?前(?!后|後)/;

/** Whether a mail tells of a day gone by, which its words alone would put into the future. */
export function isLookBack(text: string, when: When, { now, timeZone }: Clock): boolean {
  const said = text.slice(when.start, when.end);
  if (!namesYear(said) && when.dueOn > addDays(dayOf(now, timeZone), AHEAD_DAYS)) return true;
  if (IS_AHEAD.test(said)) return false;
  const clause = clauseAround(text, when);
  if (THANKS.test(clause) || PAST.test(clause)) return true;
  const isPlanned = PLANS.test(clause) || DEADLINE.test(text.slice(when.end, when.end + 4));
  return PAST.test(sentenceAround(text, when)) && !isPlanned;
}
