import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { formatInstant } from '../../app/format.ts';
import { t } from '../../app/i18n.ts';
import { here } from '../../app/place.ts';
import { PropMenu, PropRow } from '../../ui/PropRow.tsx';
import { instantOfLocalInput, localInputOf, type QuickTime, quickTimes } from './when.ts';
import type { WriteForm } from './written.ts';

type WhenRowProps = {
  form: WriteForm;
  change: (part: Partial<WriteForm>) => void;
  isWrong: boolean;
};

/** Now, unless it was earlier: a quick pick, or the exact time. */
export function WhenRow({ form, change, isWrong }: WhenRowProps) {
  const [isExact, setExact] = useState(false);
  const exact = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    if (isExact) exact.current?.focus();
  }, [isExact]);
  const place = here();
  const now = Date.now();
  const pick = (code: QuickTime['code'] | 'exact') => {
    setExact(code === 'exact');
    if (code === 'now') return change({ at: undefined });
    change({ at: quickTimes(now).find((time) => time.code === code)?.instant ?? form.at ?? now });
  };
  const options = quickTimes(now).map(({ code, instant }) => ({
    value: code,
    label: t(`write.when.${code}`),
    hint: code === 'now' ? undefined : formatInstant(instant, place),
  }));
  return (
    <PropRow label={t('write.when.label')} top={isExact}>
      <PropMenu<QuickTime['code'] | 'exact'>
        label={t('write.when.label')}
        text={form.at === undefined ? t('write.when.now') : formatInstant(form.at, place)}
        options={[...options, { value: 'exact', label: t('write.when.exact') }]}
        value={form.at === undefined ? 'now' : undefined}
        onSelect={pick}
      />
      {isExact && (
        <input
          ref={exact}
          type="datetime-local"
          class="input input-sm mt-1 mb-2 w-full"
          aria-label={t('write.when.label')}
          aria-invalid={isWrong}
          max={localInputOf(now, place.timeZone)}
          value={localInputOf(form.at ?? now, place.timeZone)}
          onInput={({ currentTarget }) => {
            const at = instantOfLocalInput(currentTarget.value, place.timeZone);
            if (at !== undefined) change({ at });
          }}
        />
      )}
    </PropRow>
  );
}
