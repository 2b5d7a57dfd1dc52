import { useLayoutEffect } from 'preact/hooks';
import { Level, type Visibility } from '../../shared/access.ts';
import { usualVisibility } from '../activities/choices.ts';
import { WhoCanRead } from '../activities/WhoCanRead.tsx';
import { requestCapture } from '../app/captured.ts';
import { errorText } from '../app/error-text.ts';
import { t } from '../app/i18n.ts';
import { back, go } from '../app/navigation.ts';
import { Screen } from '../app/Screen.tsx';
import { type Session, session } from '../app/session.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Icon } from '../ui/Icon.tsx';
import { CircleAlert, Mail } from '../ui/icons.ts';
import { Segmented } from '../ui/Segmented.tsx';
import { LineTable } from './LineTable.tsx';
import { choicesFor, isTaken, type Line } from './lines.ts';
import { type CatchUp, useCatchUp } from './use-catch-up.ts';
import { useLineKeys } from './use-line-keys.ts';

/** Several messages ticked in a list: each matched, all reviewed in one table, logged together. */
export function CatchUpScreen() {
  const current = session.value;
  return current ? <OpenCatchUp session={current} /> : null;
}

function OpenCatchUp({ session: current }: { session: Session }) {
  const { me } = current;
  const catchUp = useCatchUp(current);
  const { state, lines, saving } = catchUp;
  useLineKeys(saving.saveAll);
  if (state === 'none' || state === 'closed') return <Nothing state={state} />;
  const isAllSaved = lines.length > 0 && lines.every((line) => line.state === 'saved');
  return (
    <Screen actions={state === 'open' && <Actions catchUp={catchUp} me={me} isAllSaved={isAllSaved} />}>
      <section class="section">
        <h1 class="text-lg font-semibold">{t('catch_up.title', { count: lines.length })}</h1>
        <Progress catchUp={catchUp} />
      </section>
      <LineTable catchUp={catchUp} me={me} />
      {catchUp.left > 0 && (
        <p class="px-4 py-2 text-xs text-muted">{t('catch_up.left', { count: catchUp.left })}</p>
      )}
    </Screen>
  );
}

function Nothing({ state }: { state: 'none' | 'closed' }) {
  return (
    <Screen title={t('catch_up.short')}>
      <EmptyState
        icon={Mail}
        title={t(`catch_up.${state}`)}
        actions={
          <>
            {state === 'none' && (
              <Button size="sm" onClick={() => void requestCapture()}>
                {t('now.offer.again')}
              </Button>
            )}
            <Button kind="ghost" size="sm" onClick={back}>
              {t('ui.close')}
            </Button>
          </>
        }
      >
        {t(`catch_up.${state}_text`)}
      </EmptyState>
    </Screen>
  );
}

/** Reading first, then saving; the room is there from the start, so that nothing moves. */
function Progress({ catchUp: { lines, saving, state } }: { catchUp: CatchUp }) {
  const isRead = ({ state: at }: Line) => at !== 'waiting' && at !== 'reading';
  const read = lines.filter(isRead).length;
  const { progress } = saving;
  const isReading = state === 'listing' || read < lines.length;
  const [value, max] = progress ? [progress.done, progress.of] : [read, lines.length];
  return (
    <div class="mt-1 flex h-5 items-center gap-3 text-xs text-muted">
      <p role="status" class="min-w-0 flex-1 truncate">
        {progress
          ? t('catch_up.saving', { done: progress.done, count: progress.of })
          : isReading
            ? t('catch_up.reading', { done: read, count: lines.length })
            : summaryOf(lines)}
      </p>
      {(progress || isReading) && (
        <progress
          class="progress progress-primary h-1 w-24"
          aria-label={t('catch_up.progress')}
          value={value}
          max={Math.max(max, 1)}
        />
      )}
    </div>
  );
}

function summaryOf(lines: readonly Line[]): string {
  const saved = lines.filter(({ state }) => state === 'saved').length;
  if (saved > 0) return t('catch_up.saved', { count: saved });
  return t('catch_up.taken', { count: lines.filter(isTaken).length, total: lines.length });
}

type ActionsProps = { catchUp: CatchUp; me: Session['me']; isAllSaved: boolean };

function Actions({ catchUp, me, isAllSaved }: ActionsProps) {
  const { lines, forAll, changeAll, saving } = catchUp;
  const taken = lines.filter(isTaken);
  useLayoutEffect(() => {
    if (isAllSaved) document.querySelector<HTMLElement>('[data-testid=to-feed]')?.focus();
  }, [isAllSaved]);
  if (isAllSaved) {
    return (
      <Button size="md" wide onClick={() => go({ name: 'feed' })} data-testid="to-feed">
        {t('catch_up.to_feed')}
      </Button>
    );
  }
  const levels = new Set(taken.map((line) => choicesFor(line, { me, forAll })?.level));
  const [level] = levels.size === 1 ? levels : [undefined];
  const visibility: Visibility = forAll.visibility ?? usualVisibility(me);
  return (
    <>
      <Segmented<Level | 'mixed'>
        label={t('now.level')}
        options={Level.options
          .filter((value) => value !== 'summary')
          .map((value) => ({ value, label: t(`enums.level.${value}`) }))}
        value={level ?? 'mixed'}
        onChange={(value) => value !== 'mixed' && changeAll({ level: value })}
      />
      <WhoCanRead
        me={me}
        level={level ?? 'full'}
        visibility={visibility}
        onChange={(chosen) => changeAll({ visibility: chosen })}
      />
      {saving.error !== undefined && (
        <p class="flex items-start gap-1.5 text-xs text-danger" role="alert">
          <Icon of={CircleAlert} small class="mt-px" />
          {errorText(saving.error)}
        </p>
      )}
      <Button
        kind="primary"
        size="md"
        wide
        keys="mod+enter"
        busy={saving.progress !== undefined}
        disabledReason={taken.length === 0 ? t('catch_up.nothing_taken') : undefined}
        onClick={saving.saveAll}
      >
        {t('catch_up.log', { count: taken.length })}
      </Button>
    </>
  );
}
