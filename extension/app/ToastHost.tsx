import { useEffect, useState } from 'preact/hooks';
import { Toast } from '../ui/Toast.tsx';
import { t } from './i18n.ts';
import { useKeys } from './keyboard.ts';
import { hideToast, type ShownToast, toast } from './toast.ts';

/** The toast in its place. The shell's live region announces it, so it is no live region itself. */
export function ToastHost() {
  const shown = toast.value;
  if (!shown) return null;
  return (
    <div class="pointer-events-none absolute inset-x-3 bottom-3 z-10">
      <div class="pointer-events-auto transition duration-180 ease-out starting:translate-y-1 starting:opacity-0">
        <CountedToast key={shown.endsAt} shown={shown} />
      </div>
    </div>
  );
}

function CountedToast({ shown }: { shown: ShownToast }) {
  const { text, tone = 'ok', action, endsAt } = shown;
  const left = useSecondsUntil(endsAt);
  const run = () => {
    hideToast();
    action?.run();
  };
  useKeys(action?.keys ? { [action.keys]: run } : {});
  return (
    <Toast
      text={text}
      tone={tone}
      secondsText={action ? t('ui.seconds_left', { count: left }) : undefined}
      action={action && { label: action.label, onClick: run, keys: action.keys ?? '' }}
    />
  );
}

function useSecondsUntil(endsAt: number): number {
  const left = () => Math.max(0, Math.ceil((endsAt - Date.now()) / 1000));
  const [seconds, setSeconds] = useState(left);
  useEffect(() => {
    const timer = setInterval(() => setSeconds(left()), 500);
    return () => clearInterval(timer);
  }, [endsAt]);
  return seconds;
}
