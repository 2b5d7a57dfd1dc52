import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Activity, EditActivity } from '../../../shared/activity.ts';
import type { Me } from '../../../shared/session.ts';
import { ApiFailure } from '../../api/failures.ts';
import { codeText, errorText, fieldText } from '../../app/error-text.ts';
import { t } from '../../app/i18n.ts';
import { TwoVersions } from '../../app/TwoVersions.tsx';
import { Button } from '../../ui/Button.tsx';
import { shown } from '../../ui/shown.ts';
import { clipLine } from '../clip.ts';
import { filedUnder, placeName } from '../move/filing.ts';
import { type OwnPart, ownPart } from './own-part.ts';
import type { Editing } from './use-edit.ts';

type Props = {
  editing: Editing;
  me: Me;
  onSaved: (saved: Activity) => void;
  /** What holds elsewhere was kept. */
  onKept: () => void;
};

/** Why an edit was not saved, and what to do about it. Stays until it is answered. */
export function EditNotice(props: Props) {
  const { status } = props.editing;
  if (status.state === 'failed') {
    return (
      <p class="text-xs text-danger" role="alert">
        {t('edit.not_saved', { reason: reasonOf(status.error) })}
      </p>
    );
  }
  if (status.state === 'conflict') return <Conflict {...props} {...status} />;
  return null;
}

function reasonOf(error: unknown): string {
  const reasons =
    error instanceof ApiFailure && error.code === 'invalid' ? Object.values(error.fields ?? {}) : [];
  return reasons[0] ? fieldText(reasons[0]) : errorText(error);
}

function Conflict(props: Props & { change: EditActivity; theirs: Activity }) {
  const { editing, me, onSaved, onKept, change, theirs } = props;
  const now = ownPart(theirs, me);
  const saveMine = async () => {
    const saved = await editing.save(change, theirs);
    if (saved) onSaved(saved);
  };
  const keepTheirs = () => {
    editing.accept(theirs);
    onKept();
  };
  if (!now) return <Gone onSeen={keepTheirs} />;
  const fields = Object.keys(change) as (keyof OwnPart)[];
  return (
    <TwoVersions
      takesFocus
      theirs={describe(now, fields, placeName(filedUnder(theirs, me.user.id)))}
      yours={describe({ ...now, ...change }, fields, undefined)}
      onTheirs={keepTheirs}
      onYours={() => void saveMine()}
    />
  );
}

/** One's own part was taken back elsewhere: there is nothing left to change. */
function Gone({ onSeen }: { onSeen: () => void }) {
  const button = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => button.current?.focus(), []);
  return (
    <div class="grid justify-items-start gap-1 text-xs" role="alert">
      <p class="text-danger">{codeText('not_found')}</p>
      <Button size="xs" buttonRef={button} onClick={onSeen}>
        {t('opportunity.keep_theirs')}
      </Button>
    </div>
  );
}

const LONGEST = 160;

/** What is changed, as it reads in one version. */
function describe(part: OwnPart, fields: readonly (keyof OwnPart)[], place: string | undefined): string {
  const words = fields.flatMap((field): string[] => {
    if (field === 'level') return [t(`enums.level.${part.level}`)];
    if (field === 'visibility') return [t(`enums.visibility.${part.visibility}`)];
    if (field === 'outcome') return [part.outcome ? t(`enums.outcome.${part.outcome}`) : t('ui.none')];
    if (field.endsWith('Id')) return [];
    return [clipLine(shown(part[field] ?? ''), LONGEST) ?? t('ui.none')];
  });
  const isMoved = fields.some((field) => field.endsWith('Id'));
  const moved = isMoved ? [place ? shown(place) : t('edit.chosen_place')] : [];
  return [...moved, ...words].join(' · ');
}
