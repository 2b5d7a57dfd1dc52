import { TextField } from '../../ui/Field.tsx';
import { t } from '../i18n.ts';
import type { LastPerson } from '../last-person.ts';
import { browserTimeZone, currencyFor, type SignInErrors, type SignInForm, type Way } from './sign-in.ts';

type WayFieldsProps = {
  ways: readonly Way[];
  last: LastPerson | undefined;
  form: SignInForm;
  errors: SignInErrors;
  onChange: (part: Partial<SignInForm>) => void;
};

export function WayFields({ ways, last, form, errors, onChange }: WayFieldsProps) {
  return (
    <>
      {ways.length > 1 && (
        <fieldset class="grid">
          <legend class="text-xs text-muted">{t('first.local.begin')}</legend>
          {ways.map((way) => (
            <WayRow
              key={way}
              way={way}
              last={last}
              isChosen={way === form.way}
              onChoose={() => onChange({ way })}
            />
          ))}
        </fieldset>
      )}
      {form.way === 'empty' && (
        <>
          <TextField
            label={t('first.local.name')}
            autocomplete="name"
            maxLength={80}
            value={form.name}
            error={errors.name}
            onChange={(name) => onChange({ name })}
          />
          <TextField
            label={t('first.local.workspace')}
            autocomplete="organization"
            maxLength={80}
            hint={t('first.local.money_and_time', {
              currency: currencyFor(navigator.language),
              timeZone: browserTimeZone(),
            })}
            value={form.workspaceName}
            error={errors.workspaceName}
            onChange={(workspaceName) => onChange({ workspaceName })}
          />
        </>
      )}
    </>
  );
}

type WayRowProps = { way: Way; last: LastPerson | undefined; isChosen: boolean; onChoose: () => void };

function WayRow({ way, last, isChosen, onChoose }: WayRowProps) {
  const hint = way === 'again' ? last?.workspaceName : t(`first.local.${way}_hint`);
  return (
    <label class="flex cursor-pointer items-start gap-3 py-1.5">
      <input
        type="radio"
        class="radio radio-primary radio-xs mt-0.5"
        name="way"
        checked={isChosen}
        onChange={onChoose}
      />
      <span class="min-w-0">
        {t(`first.local.${way}`, { name: last?.name ?? '' })}
        <span class="block text-xs text-faint">{hint}</span>
      </span>
    </label>
  );
}
