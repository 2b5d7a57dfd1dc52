import { useState } from 'preact/hooks';
import type { Me } from '../../shared/session.ts';
import { subjectOf } from '../activities/captured-item.ts';
import type { Choices } from '../activities/choices.ts';
import { counterpartOf } from '../activities/people.ts';
import { formatWhen } from '../app/format.ts';
import { t } from '../app/i18n.ts';
import { here } from '../app/place.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { CircleCheck } from '../ui/icons.ts';
import { Bone } from '../ui/Loading.tsx';
import { shown } from '../ui/shown.ts';
import { useFocusBack } from '../ui/use-focus-back.ts';
import { LinePicker } from './LinePicker.tsx';
import { choicesFor, type ForAll, isTaken, type Line, readinessOf } from './lines.ts';
import type { CatchUp } from './use-catch-up.ts';

/** What of the list is logged, and where each goes. */
export function LineTable({ catchUp, me }: { catchUp: CatchUp; me: Me }) {
  return (
    <table class="w-full table-fixed border-collapse" data-testid="catch-up">
      <caption class="sr-only">{t('catch_up.short')}</caption>
      <colgroup>
        <col class="w-12" />
        <col />
      </colgroup>
      <thead class="sr-only">
        <tr>
          <th scope="col">{t('catch_up.take')}</th>
          <th scope="col">{t('catch_up.message')}</th>
        </tr>
      </thead>
      <tbody>
        {catchUp.lines.map((line) => (
          <Row key={line.listed.pageKey} line={line} catchUp={catchUp} me={me} />
        ))}
      </tbody>
    </table>
  );
}

type RowProps = { line: Line; catchUp: CatchUp; me: Me };

function Row({ line, catchUp, me }: RowProps) {
  const { listed, captured } = line;
  const key = listed.pageKey;
  const subject = shown((captured && subjectOf(captured.item)) ?? listed.subject ?? t('now.no_subject'));
  const canTake = readinessOf(line) === 'ready';
  return (
    <tr class="border-t border-line align-top has-[:focus-visible]:bg-hover" data-line>
      <td class="w-10 py-2 pl-4">
        {line.state === 'saved' ? (
          <Icon of={CircleCheck} class="mt-0.5 text-ok" label={t('now.saved')} />
        ) : (
          <input
            type="checkbox"
            class="checkbox checkbox-sm mt-0.5"
            aria-label={t('catch_up.take_this', { subject })}
            checked={isTaken(line)}
            disabled={!canTake}
            onChange={({ currentTarget }) => catchUp.change(key, { isWanted: currentTarget.checked })}
          />
        )}
      </td>
      <td class="py-2 pr-4">
        <p dir="auto" class="truncate font-semibold" title={subject}>
          {subject}
        </p>
        <Who line={line} />
        <Where line={line} catchUp={catchUp} me={me} />
      </td>
    </tr>
  );
}

function Who({ line: { captured, listed } }: { line: Line }) {
  const person = captured && counterpartOf(captured.people);
  const name = person?.name ?? person?.email ?? listed.from ?? '';
  const date = captured?.item.kind === 'mail' ? captured.item.date : undefined;
  const when = date === undefined ? listed.date : formatWhen(date, here());
  return (
    <p class="flex gap-2 text-xs text-muted">
      <span class="min-w-0 flex-1 truncate" title={person?.email}>
        {shown(name)}
      </span>
      <span class="num shrink-0">{shown(when ?? '')}</span>
    </p>
  );
}

function Where({ line, catchUp, me }: RowProps) {
  const [isPicking, setPicking] = useState(false);
  const button = useFocusBack(isPicking);
  const key = line.listed.pageKey;
  if (line.state === 'waiting' || line.state === 'reading') return <Bone width="60%" />;
  if (line.state === 'failed') {
    return (
      <p class="flex items-center gap-2 text-xs text-warn" role="status">
        <span class="min-w-0 flex-1">{t('catch_up.failed')}</span>
        <Button kind="link" size="xs" onClick={() => catchUp.readAgain(key)}>
          {t('ui.retry')}
        </Button>
      </p>
    );
  }
  const readiness = readinessOf(line);
  if (readiness === 'logged') return <p class="text-xs text-muted">{t('now.logged.mine')}</p>;
  if (isPicking) {
    return (
      <LinePicker
        line={line}
        onPick={(edits) => catchUp.change(key, { edits })}
        onClose={() => setPicking(false)}
      />
    );
  }
  const choices = choicesFor(line, { me, forAll: catchUp.forAll });
  return (
    <p class="flex items-center gap-2 text-xs">
      <span class={`min-w-0 flex-1 truncate ${readiness === 'whom' ? 'text-warn' : ''}`}>
        {readiness === 'whom' ? t('now.which_account') : placeOf(choices, line, catchUp.forAll)}
      </span>
      {line.state !== 'saved' && (
        <Button kind="link" size="xs" buttonRef={button} onClick={() => setPicking(true)}>
          {t(readiness === 'whom' ? 'now.pick_account' : 'now.change')}
        </Button>
      )}
    </p>
  );
}

/** Account and opportunity, how much is kept where that is its own, and who logged it before. */
function placeOf(choices: Choices | undefined, { context, usualLevel }: Line, forAll: ForAll): string {
  const { account, lead, opportunity } = choices ?? {};
  const place = account?.name ?? lead?.name ?? t(context ? 'catch_up.nobody' : 'now.silent');
  const logged = context?.logged && !context.logged.byMe ? t('catch_up.by_others') : undefined;
  const level = usualLevel && !forAll.level ? t(`enums.level.${usualLevel}`) : undefined;
  return [place, opportunity?.name, level, logged].flatMap((part) => (part ? [shown(part)] : [])).join(' · ');
}
