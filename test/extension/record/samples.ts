import type { Activity } from '../../../shared/activity.ts';
import { idOf } from '../activities/samples.ts';
import { feedItem } from '../feed/samples.ts';

/** A record that is all one's own. */
export const activityOf = (changes: Partial<Activity> = {}): Activity => ({
  ...feedItem(1, { ownerId: 7, type: 'email', level: 'full', subject: 'Pump', outcome: 'neutral' }),
  summary: 'He is proud.',
  text: 'The turbine.',
  isTextCut: false,
  parties: [],
  attachments: [],
  contributions: [
    {
      ...{ userId: 7, level: 'full', visibility: 'team', outcome: 'neutral', note: 'Ask.', loggedAt: 1 },
      ...{ receiptId: idOf(21), contactId: idOf(4) },
    },
  ],
  version: 1,
  ...changes,
});
