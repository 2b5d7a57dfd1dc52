import { useState } from 'preact/hooks';
import type { Activity } from '../../../shared/activity.ts';
import type { Me } from '../../../shared/session.ts';
import { formatInstant } from '../../app/format.ts';
import { t } from '../../app/i18n.ts';
import { here } from '../../app/place.ts';
import { CornerUpRight, PencilLine, Undo2 } from '../../ui/icons.ts';
import { MoreButton } from '../../ui/MenuButton.tsx';
import { Mono } from '../../ui/Person.tsx';
import { whatWords } from '../activity-words.ts';
import { memberName, personName } from '../person-name.ts';
import { whenWords } from './delay.ts';
import { WithdrawQuestion } from './WithdrawQuestion.tsx';

type HeadProps = {
  activity: Activity;
  me: Me;
  onEdit?: (() => void) | undefined;
  onMove?: (() => void) | undefined;
};

/** Who, what, when; and for one's own log the ways to change it, to move it and to take it back. */
export function RecordHead({ activity, me, onEdit, onMove }: HeadProps) {
  const { ownerId, contributions } = activity;
  const [isAsking, setAsking] = useState(false);
  const receiptId = contributions.find(({ userId }) => userId === me.user.id)?.receiptId;
  return (
    <section class="section border-t-0! pt-1!">
      <div class="flex items-center gap-2">
        <Mono name={memberName(ownerId, me)} me={ownerId === me.user.id} large />
        <div class="min-w-0 flex-1">
          <p>
            <span class="font-semibold">{personName(ownerId, me)}</span>
            <span class="ml-1.5 text-muted">{whatWords(activity)}</span>
          </p>
          <p class="num text-xs text-faint">
            {whenWords(activity, here())}
            {activity.editedAt !== undefined && (
              <span title={t('edit.edited_at', { when: formatInstant(activity.editedAt, here()) })}>
                {' · '}
                {t('edit.edited')}
              </span>
            )}
          </p>
        </div>
        {receiptId && !isAsking && (
          <MoreButton
            label={t('ui.more')}
            options={[
              ...(onEdit ? [{ value: onEdit, label: t('edit.title'), icon: PencilLine }] : []),
              ...(onMove ? [{ value: onMove, label: t('edit.move'), icon: CornerUpRight }] : []),
              { value: () => setAsking(true), label: t('record.withdraw'), icon: Undo2, danger: true },
            ]}
            onSelect={(act) => act()}
          />
        )}
      </div>
      {receiptId && isAsking && (
        <WithdrawQuestion activity={activity} receiptId={receiptId} onKeep={() => setAsking(false)} />
      )}
    </section>
  );
}
