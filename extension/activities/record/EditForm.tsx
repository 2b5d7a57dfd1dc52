import { useLayoutEffect, useRef } from 'preact/hooks';
import { atLeast, Level } from '../../../shared/access.ts';
import type { Activity } from '../../../shared/activity.ts';
import type { Me } from '../../../shared/session.ts';
import { fieldText } from '../../app/error-text.ts';
import { formatList } from '../../app/format.ts';
import { t } from '../../app/i18n.ts';
import { useKeys } from '../../app/keyboard.ts';
import { here } from '../../app/place.ts';
import { showToast } from '../../app/toast.ts';
import { Button } from '../../ui/Button.tsx';
import { TextArea, TextField } from '../../ui/Field.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { TriangleAlert } from '../../ui/icons.ts';
import { PropRow } from '../../ui/PropRow.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { OutcomeMenu } from '../OutcomeMenu.tsx';
import { WhoCanRead } from '../WhoCanRead.tsx';
import { EditNotice } from './EditNotice.tsx';
import { changeOf, lossesAt, type OwnPart, tooLongIn, type Wording } from './own-part.ts';
import { useEdit } from './use-edit.ts';
import { useEditDraft } from './use-edit-draft.ts';

type Props = { activity: Activity; part: OwnPart; me: Me; onClose: () => void };

/** One's own part in other words, for other readers, or with less of it kept. */
export function EditForm({ activity, part, me, onClose }: Props) {
  const { draft, set, forget } = useEditDraft(activity, { part, me });
  const editing = useEdit(activity, me);
  const change = changeOf(part, draft);
  const tooLong = tooLongIn(change);
  const leave = () => {
    forget();
    onClose();
  };
  const done = () => {
    showToast({ text: t('edit.saved') });
    leave();
  };
  const save = async () => {
    if (tooLong.length > 0 || editing.status.state === 'saving') return;
    if (Object.keys(change).length === 0) leave();
    else if (await editing.save(change)) done();
  };
  useKeys({ 'mod+enter': () => void save(), escape: onClose });
  return (
    <form
      class="section grid gap-3"
      aria-label={t('edit.title')}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <dl>
        <PropRow label={t('record.outcome')}>
          <OutcomeMenu
            label={t('record.outcome')}
            type={activity.type}
            outcome={draft.outcome}
            onSelect={(outcome) => set({ outcome })}
          />
        </PropRow>
      </dl>
      <Words {...{ activity, draft, me, set, tooLong }} />
      <LevelChoice {...{ activity, part, draft, me, set }} />
      <EditNotice editing={editing} me={me} onSaved={done} onKept={leave} />
      <div class="flex gap-2">
        <Button kind="primary" type="submit" keys="mod+enter" busy={editing.status.state === 'saving'}>
          {t('ui.save')}
        </Button>
        <Button kind="ghost" onClick={leave}>
          {t('ui.cancel')}
        </Button>
      </div>
    </form>
  );
}

type DraftProps = {
  activity: Activity;
  draft: OwnPart;
  me: Me;
  set: (change: Partial<OwnPart>) => void;
};

const WITH_SUBJECT = ['email', 'web_capture'];

/** As much as the level carries; a field that the log never had is offered only where it belongs. */
function Words({ activity, draft, me, set, tooLong }: DraftProps & { tooLong: readonly Wording[] }) {
  const first = useRef<HTMLDivElement>(null);
  // Before anything can be typed: a later focus would take the first letters along.
  useLayoutEffect(() => first.current?.querySelector<HTMLElement>('textarea, input')?.focus(), []);
  const { level, subject, summary, text, note } = draft;
  const hasSubject = subject !== null || WITH_SUBJECT.includes(activity.type);
  // The sentence of the record is its owner's; a joiner's own words are a note.
  const isOwner = activity.ownerId === me.user.id && activity.own === undefined;
  const hasSummary = isOwner && (level === 'summary' || summary !== null);
  return (
    <div ref={first} class="grid gap-2">
      {atLeast(level, 'subject') && hasSubject && (
        <TextField
          label={t('edit.subject')}
          maxLength={1000}
          value={subject ?? ''}
          onChange={(words) => set({ subject: words.trim() ? words : null })}
        />
      )}
      {atLeast(level, 'summary') && hasSummary && (
        <TextArea
          label={t('edit.summary')}
          rows={2}
          error={errorOf('summary', tooLong)}
          value={summary ?? ''}
          onChange={(words) => set({ summary: words || null })}
        />
      )}
      {level === 'full' && (
        <TextArea
          label={t('edit.text')}
          rows={5}
          error={errorOf('text', tooLong)}
          value={text ?? ''}
          onChange={(words) => set({ text: words || null })}
        />
      )}
      <TextArea
        label={t('edit.note')}
        rows={2}
        error={errorOf('note', tooLong)}
        value={note ?? ''}
        onChange={(words) => set({ note: words || null })}
      />
    </div>
  );
}

const errorOf = (field: Wording, tooLong: readonly Wording[]) =>
  tooLong.includes(field) ? fieldText('too_long') : undefined;

function LevelChoice({ activity, part, draft, me, set }: DraftProps & { part: OwnPart }) {
  const losses = lossesAt(draft.level, part, activity).map((loss) => t(`edit.loss.${loss}`));
  const isHigher = draft.level !== part.level && atLeast(draft.level, part.level);
  return (
    <div class="grid gap-1.5">
      <Segmented
        label={t('now.level')}
        options={Level.options.map((value) => ({ value, label: t(`enums.level.${value}`) }))}
        value={draft.level}
        onChange={(level) => set({ level })}
      />
      <WhoCanRead
        me={me}
        level={draft.level}
        visibility={draft.visibility}
        onChange={(visibility) => set({ visibility })}
      />
      {losses.length > 0 && (
        <p class="flex items-start gap-1.5 rounded-field bg-warn-soft p-2 text-xs" role="alert">
          <Icon of={TriangleAlert} small class="mt-px shrink-0 text-warn" />
          <span>{t('edit.losses', { what: formatList(losses, here()) })}</span>
        </p>
      )}
      {isHigher && <p class="text-xs text-faint">{t('edit.higher')}</p>}
    </div>
  );
}
