import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Activity, EditActivity } from '../../../shared/activity.ts';
import type { Me } from '../../../shared/session.ts';
import { ApiFailure } from '../../api/failures.ts';
import { codeText, errorText, fieldText } from '../../app/error-text.ts';
import { t } from '../../app/i18n.ts';
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

/** Changed in two places: both versions, and the choice between them. */
function Conflict(props: Props & { change: EditActivity; theirs: Activity }) {
  const { editing, me, onSaved, onKept, change, theirs } = props;
  const first = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => first.current?.focus(), []);
  const now = ownPart(theirs, me);
  const saveMine = async () => {
    const saved = await editing.save(change, theirs);
    if (saved) onSaved(saved);
  };
  const keepTheirs = () => {
    editing.accept(theirs);
    onKept();
  };
  const fields = Object.keys(change) as (keyof OwnPart)[];
  return (
    <div class="grid gap-2 text-xs" role="alert">
      <p class="text-danger">{now ? t('opportunity.conflict') : codeText('not_found')}</p>
      {now && (
        <dl class="grid grid-cols-[auto_minmax(0,1fr)] gap-x-2 gap-y-1">
          <dt class="text-faint">{t('opportunity.theirs')}</dt>
          <dd class="wrap-anywhere">{describe(now, fields, placeName(filedUnder(theirs, me.user.id)))}</dd>
          <dt class="text-faint">{t('opportunity.yours')}</dt>
          <dd class="wrap-anywhere">{describe({ ...now, ...change }, fields, undefined)}</dd>
        </dl>
      )}
      <div class="flex flex-wrap gap-2">
        <Button size="xs" buttonRef={first} onClick={keepTheirs}>
          {t('opportunity.keep_theirs')}
        </Button>
        {now && (
          <Button size="xs" onClick={() => void saveMine()}>
            {t('opportunity.keep_yours')}
          </Button>
        )}
      </div>
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
