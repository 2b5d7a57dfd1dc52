import { useLayoutEffect, useRef } from 'preact/hooks';
import { Button } from '../ui/Button.tsx';
import { t } from './i18n.ts';

type TwoVersionsProps = {
  /** What is saved, and what one wants instead, each in a line. */
  theirs: string;
  yours: string;
  onTheirs: () => void;
  onYours: () => void;
  /** The focus comes here, also from a field that still stands. */
  takesFocus?: boolean;
  class?: string;
};

/** Changed in two places: both versions, and the choice between them. */
export function TwoVersions(props: TwoVersionsProps) {
  const { theirs, yours, onTheirs, onYours, takesFocus = false } = props;
  const first = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    // What had the focus may have made room for this.
    if (takesFocus || document.activeElement === document.body) first.current?.focus();
  }, []);
  return (
    <div class={`grid gap-1 text-xs ${props.class ?? ''}`} role="alert">
      <p class="text-danger">{t('opportunity.conflict')}</p>
      <dl class="grid grid-cols-[auto_minmax(0,1fr)] gap-x-2">
        <dt class="text-faint">{t('opportunity.theirs')}</dt>
        <dd class="wrap-anywhere">{theirs}</dd>
        <dt class="text-faint">{t('opportunity.yours')}</dt>
        <dd class="wrap-anywhere">{yours}</dd>
      </dl>
      <div class="flex flex-wrap gap-2">
        <Button size="xs" buttonRef={first} onClick={onTheirs}>
          {t('opportunity.keep_theirs')}
        </Button>
        <Button size="xs" onClick={onYours}>
          {t('opportunity.keep_yours')}
        </Button>
      </div>
    </div>
  );
}
