import { Button } from './Button.tsx';
import { Icon, type LucideIcon } from './Icon.tsx';
import { Check, TriangleAlert } from './icons.ts';
import { Kbd } from './Kbd.tsx';
import { shown } from './shown.ts';

export type ToastAction = { label: string; onClick: () => void; keys?: string };

/** What it shows; the app announces it, counts the seconds and takes it away. */
export function Toast(props: {
  text: string;
  tone?: 'ok' | 'warn';
  icon?: LucideIcon;
  /** Such as "28 s left". */
  secondsText?: string | undefined;
  action?: ToastAction | undefined;
}) {
  const { text, tone = 'ok', icon = tone === 'ok' ? Check : TriangleAlert, secondsText, action } = props;
  return (
    <div class="toast-bar">
      <Icon of={icon} />
      <span class="min-w-0 flex-1 truncate" title={shown(text)}>
        {shown(text)}
      </span>
      {secondsText && <span class="num shrink-0 text-xs opacity-75">{secondsText}</span>}
      {action && (
        <Button kind="ghost" class="shrink-0" onClick={action.onClick}>
          {action.label}
        </Button>
      )}
      {action?.keys && <Kbd keys={action.keys} class="shrink-0 max-[359px]:hidden" />}
    </div>
  );
}
