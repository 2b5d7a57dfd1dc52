import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import type { Meta } from '../../shared/session.ts';
import { checkServer } from '../api/server.ts';
import { Disclosure } from './first/Disclosure.tsx';
import { FirstHeader } from './first/FirstHeader.tsx';
import { LocalStep } from './first/LocalStep.tsx';
import { NoLocalStep } from './first/NoLocalStep.tsx';
import { ServerStep } from './first/ServerStep.tsx';
import { lastServer } from './last-person.ts';
import { Screen } from './Screen.tsx';
import { DEFAULT_SERVER, isSessionOver, session } from './session.ts';

type Step = { name: 'server' } | { name: 'sign_in'; server: string; meta: Meta };

/** Which server, and who. Also where someone whose session is over signs in again. */
export function FirstScreen({ change }: { change?: 'server' | undefined }) {
  const known = session.value?.server ?? lastServer();
  const [step, setStep] = useState<Step>({ name: 'server' });
  const [address, setAddress] = useState(known ?? DEFAULT_SERVER);
  useEffect(() => {
    if (change !== 'server') lookFor(known ?? DEFAULT_SERVER, setStep);
  }, [change, known]);
  // Focus moves with the step: to the one thing it asks for.
  useLayoutEffect(() => document.querySelector<HTMLElement>('[data-autofocus]')?.focus(), [step.name]);
  const toServer = () => setStep({ name: 'server' });
  return (
    <>
      {!session.value && <FirstHeader />}
      <Screen>
        {step.name === 'server' && (
          <ServerStep
            address={address}
            onAddress={setAddress}
            onFound={(server, meta) => setStep({ name: 'sign_in', server, meta })}
          />
        )}
        {step.name === 'sign_in' && step.meta.local && (
          <LocalStep
            server={step.server}
            hasSample={step.meta.sample}
            isAgain={isSessionOver.value}
            onOtherServer={toServer}
          />
        )}
        {step.name === 'sign_in' && !step.meta.local && (
          <NoLocalStep server={step.server} onOtherServer={toServer} />
        )}
        <Disclosure />
      </Screen>
    </>
  );
}

/** Saves a step where the usual server answers. Says nothing where it does not: nobody has asked yet. */
function lookFor(server: string, onStep: (step: Step) => void): void {
  checkServer(server).then(
    (meta) => onStep({ name: 'sign_in', server, meta }),
    () => undefined,
  );
}
