import type { ComponentChildren } from 'preact';
import { Button } from './Button.tsx';
import { Icon, type LucideIcon } from './Icon.tsx';

const ENTER = 'transition duration-180 ease-out starting:-translate-y-1 starting:opacity-0';

type NoticeProps = {
  icon: LucideIcon;
  /** One line; a Banner shows it strong when there is a `detail`. */
  children: ComponentChildren;
  detail?: ComponentChildren;
  action?: { label: string; onClick: () => void };
};

/** About the item on screen: already logged, unknown sender, duplicate. One per item, never stacked. */
export function Ribbon(props: NoticeProps & { kind?: 'accent' | 'quiet' | 'warn' }) {
  const { kind = 'accent', icon, children, detail, action } = props;
  const tone = { accent: '', quiet: 'ribbon-quiet', warn: 'ribbon-warn' }[kind];
  return (
    <div class={`ribbon ${ENTER} ${tone}`} role="status">
      <Icon of={icon} />
      <div class="min-w-0 flex-1">
        <p>{children}</p>
        {detail && <p class="text-xs text-muted">{detail}</p>}
      </div>
      {action && (
        <Button kind="link" class="ml-auto shrink-0" onClick={action.onClick}>
          {action.label}
        </Button>
      )}
    </div>
  );
}

type BannerProps = NoticeProps & {
  kind: 'quiet' | 'warn' | 'danger';
  progress?: { value: number; max: number };
};

/** About the app: offline, signed out, sending. One at a time. */
export function Banner({ kind, icon, children, detail, action, progress }: BannerProps) {
  const tone = { quiet: 'bg-base-200', warn: 'banner-warn', danger: 'banner-danger' }[kind];
  return (
    <div class={`banner ${ENTER} ${tone}`} role={kind === 'danger' ? 'alert' : 'status'}>
      <Icon of={icon} />
      <div class="min-w-0 flex-1">
        <p class={detail ? 'font-semibold' : ''}>{children}</p>
        {detail && <p class="text-xs text-muted">{detail}</p>}
      </div>
      {progress && (
        <progress
          class="progress progress-primary mt-2 ml-auto h-1 w-24"
          value={progress.value}
          max={progress.max}
        />
      )}
      {action && (
        <Button kind="link" class="ml-auto shrink-0" onClick={action.onClick}>
          {action.label}
        </Button>
      )}
    </div>
  );
}
