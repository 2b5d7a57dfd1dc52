import { useState } from 'preact/hooks';
import type { Meta } from '../../../shared/session.ts';
import { checkServer, normalizeServer } from '../../api/server.ts';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/Field.tsx';
import { errorCode, errorText } from '../error-text.ts';
import { t, tOr } from '../i18n.ts';
import { Intro } from './Intro.tsx';
import { KeptLogs } from './KeptLogs.tsx';

type ServerStepProps = {
  address: string;
  onAddress: (address: string) => void;
  onFound: (server: string, meta: Meta) => void;
};

export function ServerStep({ address, onAddress, onFound }: ServerStepProps) {
  const [error, setError] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const submit = async (event: Event) => {
    event.preventDefault();
    const server = normalizeServer(address);
    if (!server) return setError(t(address.trim() ? 'first.error.address' : 'first.error.empty'));
    setBusy(true);
    setError(undefined);
    try {
      onFound(server, await checkServer(server));
    } catch (failure) {
      setError(serverErrorText(failure));
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Intro title={t('first.title')}>{t('first.text')}</Intro>
      <KeptLogs />
      <form class="grid gap-4 px-6 pt-6" onSubmit={submit} noValidate>
        <TextField
          data-autofocus
          size="md"
          type="url"
          inputMode="url"
          spellcheck={false}
          autocapitalize="off"
          label={t('first.server')}
          value={address}
          error={error}
          onChange={(typed) => {
            onAddress(typed);
            setError(undefined);
          }}
        />
        <Button
          kind="primary"
          size="md"
          wide
          type="submit"
          keys="enter"
          busy={isBusy}
          busyLabel={t('first.connecting')}
        >
          {t('first.continue')}
        </Button>
      </form>
    </>
  );
}

/** Here an unreachable or foreign server has other advice than in the middle of work. */
const serverErrorText = (failure: unknown): string => {
  const code = errorCode(failure);
  const key = `first.error.${code}`;
  return tOr(key, 'error.unknown') === t('error.unknown') ? errorText(failure) : tOr(key, 'error.unknown');
};
