import { useEffect, useState } from 'preact/hooks';
import type { Level } from '../../../shared/access.ts';
import { isFreeMail } from '../../../shared/free-mail.ts';
import type { Session } from '../../app/session.ts';
import { type Levels, readLevels, rememberLevel } from '../../app/usual-levels.ts';
import type { CapturedItem } from '../captured-item.ts';
import { counterpartOf, domainOf } from '../people.ts';

export type UsualLevel = {
  /** False until this device has answered. */
  isLoaded: boolean;
  /** What was chosen last time, and the domain or address that it was chosen for. */
  last: { whom: string; level: Level } | undefined;
  /** `domain`: what somebody registered of the counterpart's, where the server has said so. */
  remember: (level: Level, domain: string | undefined) => Promise<void>;
  forget: () => void;
};

/** How much of a mail with this counterpart is usually kept, as this person chose on this device. */
export function useUsualLevel({ people }: CapturedItem, session: Session): UsualLevel {
  const email = counterpartOf(people)?.email;
  const [levels, setLevels] = useState<Levels>();
  useEffect(() => {
    let isHere = true;
    readLevels(session).then(
      (read) => isHere && setLevels(read),
      () => isHere && setLevels(new Map()),
    );
    return () => {
      isHere = false;
    };
  }, [email]);
  const last = levels && usualFor(email, levels);
  return {
    isLoaded: levels !== undefined,
    last,
    remember: async (level, domain) => {
      if (email !== undefined) await rememberLevel(session, whomOf(email, domain), level);
    },
    forget: () => {
      if (!last) return;
      setLevels(new Map([...(levels ?? [])].filter(([whom]) => whom !== last.whom)));
      void rememberLevel(session, last.whom, undefined);
    },
  };
}

function whomOf(email: string, domain: string | undefined): string {
  const host = domainOf(email);
  if (isFreeMail(host)) return email;
  return domain && `.${host}`.endsWith(`.${domain}`) ? domain : host;
}

/** The address itself, its domain, or the one above it: the narrowest that was chosen for. */
export function usualFor(email: string | undefined, levels: Levels): UsualLevel['last'] {
  if (email === undefined) return undefined;
  const labels = domainOf(email).split('.');
  const hosts = labels.map((_label, at) => labels.slice(at).join('.'));
  for (const whom of [email, ...hosts]) {
    const level = levels.get(whom);
    if (level) return { whom, level };
  }
  return undefined;
}
