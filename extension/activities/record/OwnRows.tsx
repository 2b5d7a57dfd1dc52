import type { Activity, EditActivity } from '../../../shared/activity.ts';
import type { Me } from '../../../shared/session.ts';
import { t } from '../../app/i18n.ts';
import { PropMenu, PropRow } from '../../ui/PropRow.tsx';
import { shown } from '../../ui/shown.ts';
import { audienceFor, visibilitiesFor } from '../audience.ts';
import { filedUnder } from '../move/filing.ts';
import { OutcomeMenu } from '../OutcomeMenu.tsx';
import { audienceWords } from '../WhoCanRead.tsx';
import { audienceLines } from './audience-words.ts';
import { EditNotice } from './EditNotice.tsx';
import { offerEditUndo } from './offer-edit-undo.ts';
import type { OwnPart } from './own-part.ts';
import { useEdit } from './use-edit.ts';

type Props = { activity: Activity; me: Me; part: OwnPart };

/** Outcome and readers of a record that is all one's own, changed where they stand. */
export function OwnRows({ activity, me, part }: Props) {
  const editing = useEdit(activity, me);
  const change = async (to: EditActivity, back: EditActivity) => {
    const saved = await editing.save(to);
    if (saved) offerEditUndo(saved, { text: t('edit.saved'), back, backText: t('edit.put_back') });
  };
  const { outcome, visibility } = part;
  return (
    <>
      <PropRow label={t('record.outcome')}>
        <OutcomeMenu
          label={t('record.outcome')}
          type={activity.type}
          outcome={outcome}
          onSelect={(to) => to !== outcome && void change({ outcome: to }, { outcome })}
        />
      </PropRow>
      <PropRow label={t('record.who_sees')} top>
        <PropMenu
          label={t('record.who_sees')}
          text={t(`enums.visibility.${visibility}`)}
          options={visibilitiesFor(me).map((value) => ({
            value,
            label: t(`enums.visibility.${value}`),
            hint: audienceWords(audienceFor(value, me)),
          }))}
          value={visibility}
          onSelect={(to) => to !== visibility && void change({ visibility: to }, { visibility })}
        />
        <p class="basis-full pb-1 text-muted">{audienceLines(activity.contributions, me)[0]}</p>
      </PropRow>
      <EditNotice editing={editing} me={me} onSaved={() => {}} onKept={() => {}} />
    </>
  );
}

/** Where one's own part is filed, while another's is shown above. */
export function OwnPlace({ activity, me }: Pick<Props, 'activity' | 'me'>) {
  const { account, lead, opportunity } = filedUnder(activity, me.user.id);
  const names = [account, lead, opportunity].flatMap((record) => (record ? [shown(record.name)] : []));
  return (
    <PropRow label={t('edit.yours')}>
      <span class="text-muted wrap-anywhere">{names.join(' / ') || t('now.no_account')}</span>
    </PropRow>
  );
}
