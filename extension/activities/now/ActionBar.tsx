import { useLayoutEffect, useRef } from 'preact/hooks';
import { Level } from '../../../shared/access.ts';
import { requestCapture } from '../../app/captured.ts';
import { errorText } from '../../app/error-text.ts';
import { t } from '../../app/i18n.ts';
import { useKeys } from '../../app/keyboard.ts';
import { go } from '../../app/navigation.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { CircleAlert, TriangleAlert } from '../../ui/icons.ts';
import { Segmented } from '../../ui/Segmented.tsx';
import { WhoCanRead } from '../WhoCanRead.tsx';
import type { ItemState } from './use-item.ts';
import type { Logging } from './use-logging.ts';

/** How much is kept, who will read it, Log. */
export function ActionBar({ item, logging }: { item: ItemState; logging: Logging }) {
  const logged = item.match.context?.logged;
  const setLevel = (level: Level) => item.change({ level });
  useKeys({
    'mod+enter': logging.log,
    ...Object.fromEntries(Level.options.map((level, i) => [`alt+${i + 1}`, () => setLevel(level)])),
  });
  if (logged?.byMe) {
    return (
      <LogButton kind="outline" isOff={false} onClick={() => go({ name: 'record', id: logged.activityId })}>
        {t('now.open_record')}
      </LogButton>
    );
  }
  return (
    <>
      <Segmented
        label={t('now.level')}
        options={Level.options.map((level) => ({ value: level, label: t(`enums.level.${level}`) }))}
        value={item.choices.level}
        onChange={setLevel}
      />
      <AsLastTime item={item} />
      <WhoCanRead
        me={item.session.me}
        level={item.choices.level}
        visibility={item.choices.visibility}
        onChange={(visibility) => item.change({ visibility })}
      />
      <Problem logging={logging} />
      <LogButton
        kind={logged ? 'outline' : 'primary'}
        keys="mod+enter"
        isOff={!item.isSettled}
        isBusy={logging.phase === 'saving'}
        onClick={logging.log}
      >
        {logWords(item)}
      </LogButton>
    </>
  );
}

/** What Log does, all of it. */
function logWords({ choices: { added }, match }: ItemState): string {
  if (added?.account) return t('unknown.log.both');
  if (added?.contact) return t('unknown.log.contact');
  if (added?.lead) return t('unknown.log.lead');
  return t(match.context?.logged ? 'now.also_me' : 'now.log');
}

/** Why the level is not the usual one, and the way back to it. */
function AsLastTime({ item: { usualLevel, edits } }: { item: ItemState }) {
  const { last, forget } = usualLevel;
  if (!last || edits.level !== undefined) return null;
  return (
    <p class="flex items-center gap-1.5 pl-5 text-xs text-muted">
      <span class="min-w-0 wrap-anywhere">{t('now.as_last_time', { whom: last.whom })}</span>
      <Button kind="link" size="xs" class="ml-auto shrink-0" onClick={forget}>
        {t('now.forget_level')}
      </Button>
    </p>
  );
}

/** Has the focus from the start, unless the rep is at something else already. */
function LogButton(props: {
  kind: 'primary' | 'outline';
  keys?: string;
  isOff: boolean;
  isBusy?: boolean;
  onClick: () => void;
  children: string;
}) {
  const { kind, keys, isOff, isBusy, onClick, children } = props;
  const button = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    const { activeElement } = document;
    if (!activeElement || activeElement.contains(button.current)) button.current?.focus();
  }, []);
  return (
    <Button
      kind={kind}
      size="md"
      wide
      {...(keys && { keys })}
      class={kind === 'outline' ? 'font-semibold' : ''}
      buttonRef={button}
      data-autofocus
      busy={isBusy ?? false}
      disabledReason={isOff ? t('now.matching') : undefined}
      onClick={onClick}
    >
      {children}
    </Button>
  );
}

/** What stands in the way of saving, with what can be done about it. */
function Problem({ logging }: { logging: Logging }) {
  const { phase, error, logShown } = logging;
  if (error !== undefined) {
    return (
      <p class="flex items-start gap-1.5 text-xs text-danger" role="alert">
        <Icon of={CircleAlert} small class="mt-px" />
        {errorText(error)}
      </p>
    );
  }
  if (phase === 'whom' || phase === 'sender') {
    return (
      <p class="flex items-start gap-1.5 text-xs text-danger" role={phase === 'sender' ? 'alert' : undefined}>
        <Icon of={CircleAlert} small class="mt-px" />
        {t(phase === 'whom' ? 'now.whom_first' : 'unknown.problem_first')}
      </p>
    );
  }
  if (phase !== 'other') return null;
  return (
    <div class="grid gap-2 rounded-field bg-warn-soft p-2" role="alert">
      <p class="flex items-start gap-1.5">
        <Icon of={TriangleAlert} class="mt-0.5 text-warn" />
        {t('now.other.question')}
      </p>
      <div class="flex flex-wrap gap-2">
        <Button size="xs" onClick={() => void requestCapture()}>
          {t('now.other.read')}
        </Button>
        <Button kind="ghost" size="xs" onClick={logShown}>
          {t('now.other.log_shown')}
        </Button>
      </div>
    </div>
  );
}
