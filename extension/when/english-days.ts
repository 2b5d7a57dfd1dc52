import { addDays, type Day } from '../../shared/day.ts';
import { endOfMonth, inWeekOf, nextDate, type ReadWords } from './found-day.ts';
import { type Rule, readRules } from './rules.ts';

/** What chrono-node 2.10 misses or reads otherwise than people at work mean it. */
const RULES: readonly Rule[] = [
  { pattern: /\bend of next week\b/gi, day: (_, today) => inWeekOf(today, 1, 4) },
  {
    pattern: /\b(?:end of (?:the |this )?week|EOW)\b/gi,
    day: (_, today) => {
      const friday = inWeekOf(today, 0, 4);
      return friday < today ? addDays(friday, 7) : friday;
    },
  },
  { pattern: /\bend of next month\b/gi, day: (_, today) => endOfMonth(today, 1) },
  { pattern: /\b(?:end of (?:the |this )?month|month[- ]end|EOM)\b/gi, day: (_, today) => endOfMonth(today) },
  { pattern: /\b(?:end of (?:the )?day|EOD|COB|close of business)(?: today)?\b/gi, day: (_, today) => today },
  {
    pattern: /\b(?:on|by|before|until) the (\d{1,2})(?:st|nd|rd|th)\b(?! of\b| [A-Z])/gi,
    day: ([, date], today) => nextDate(today, Number(date)),
  },
];

export const englishDays = (text: string, today: Day): ReadWords[] => readRules(RULES, text, today);
