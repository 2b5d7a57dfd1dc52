import type { FeedItem, Outcome } from '../../shared/activity.ts';
import { t } from '../app/i18n.ts';

const GENERAL: readonly Outcome[] = ['positive', 'neutral', 'negative', 'no_response'];
/** How it went, as against what a call or meeting came to, which reads as part of what it was. */
export const isGeneral = (outcome: Outcome): boolean => GENERAL.includes(outcome);

export const OUTCOME_CHIP = { positive: 'ok', negative: 'warn' } as const satisfies Partial<
  Record<Outcome, string>
>;

/** 邮件，来 · E-mail, in. 电话，已接通 · Call, connected. */
export function whatWords({
  type,
  direction,
  outcome,
}: Pick<FeedItem, 'type' | 'direction' | 'outcome'>): string {
  const details = [
    direction && t(`enums.direction.${direction}`),
    outcome && !isGeneral(outcome) && t(`enums.outcome.${outcome}`).toLowerCase(),
  ].filter((word) => typeof word === 'string');
  return details.reduce(
    (words, detail) => t('feed.what', { type: words, detail }),
    t(`enums.activity_type.${type}`),
  );
}
