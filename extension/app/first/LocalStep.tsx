import { useMemo, useState } from 'preact/hooks';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/Field.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { CircleAlert } from '../../ui/icons.ts';
import { t } from '../i18n.ts';
import { lastPerson } from '../last-person.ts';
import { go } from '../navigation.ts';
import { hostOf } from '../server-state.ts';
import { signInLocal } from '../session.ts';
import { Intro } from './Intro.tsx';
import { KeptLogs } from './KeptLogs.tsx';
import { checkForm, errorsOf, type SignInErrors, type SignInForm, signInOf, waysFor } from './sign-in.ts';
import { WayFields } from './WayFields.tsx';

type LocalStepProps = { server: string; hasSample: boolean; isAgain: boolean; onOtherServer: () => void };

/** Sign-in by the one-time code that `npm start` prints. */
export function LocalStep({ server, hasSample, isAgain, onOtherServer }: LocalStepProps) {
  const last = useMemo(() => lastPerson(server), [server]);
  const ways = waysFor(last, hasSample);
  const { form, change, errors, isBusy, submit } = useSignIn(server, ways[0] ?? 'empty');
  return (
    <>
      <Intro title={t(isAgain ? 'first.local.again_title' : 'first.local.title')}>
        {t('first.local.text', { host: hostOf(server) })}
      </Intro>
      <KeptLogs />
      <form class="grid gap-4 px-6 pt-6" onSubmit={submit} noValidate>
        <TextField
          data-autofocus
          size="md"
          inputMode="numeric"
          label={t('first.local.code')}
          hint={t('first.local.code_hint')}
          value={form.code}
          error={errors.code}
          onChange={(code) => change({ code })}
        />
        <WayFields {...{ ways, form, errors, last }} onChange={change} />
        {errors.form && (
          <p class="flex items-start gap-1.5 text-danger" role="alert">
            <Icon of={CircleAlert} class="mt-0.5" />
            {errors.form}
          </p>
        )}
        <Button
          kind="primary"
          size="md"
          wide
          type="submit"
          keys="enter"
          busy={isBusy}
          busyLabel={t('first.local.busy')}
        >
          {t(`first.local.${form.way}`, { name: last?.name ?? '' })}
        </Button>
      </form>
      <div class="px-6 pt-3">
        <Button kind="link" onClick={onOtherServer}>
          {t('first.other_server')}
        </Button>
      </div>
    </>
  );
}

function useSignIn(server: string, way: SignInForm['way']) {
  const [form, setForm] = useState<SignInForm>({ code: '', way, name: '', workspaceName: '' });
  const [errors, setErrors] = useState<SignInErrors>({});
  const [isBusy, setBusy] = useState(false);
  const change = (part: Partial<SignInForm>) => {
    setForm((before) => ({ ...before, ...part }));
    setErrors({});
  };
  const submit = async (event: Event) => {
    event.preventDefault();
    const found = checkForm(form);
    setErrors(found);
    if (Object.keys(found).length > 0) return;
    setBusy(true);
    try {
      await signInLocal(server, signInOf(form, lastPerson(server)));
      go({ name: 'now' });
    } catch (failure) {
      setErrors(errorsOf(failure));
      setBusy(false);
    }
  };
  return { form, change, errors, isBusy, submit };
}
