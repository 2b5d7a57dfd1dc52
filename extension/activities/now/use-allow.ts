import { useState } from 'preact/hooks';
import { requestCapture } from '../../app/captured.ts';
import { allowSite } from '../../app/sites.ts';

export const hostOf = (site: string): string => site.replace(/^\w+:\/\//, '');

/** Asks for `site` for good. It must be asked by a click, before anything is awaited. */
export function useAllow(site: string | undefined): {
  answer: 'allowed' | 'denied' | undefined;
  allow: () => Promise<boolean>;
} {
  const [answer, setAnswer] = useState<'allowed' | 'denied'>();
  const allow = async () => {
    const isAllowed = site !== undefined && (await allowSite(site));
    setAnswer(isAllowed ? 'allowed' : 'denied');
    return isAllowed;
  };
  return { answer, allow };
}

export const allowAndRead = async (allow: () => Promise<boolean>): Promise<void> => {
  if (await allow()) await requestCapture();
};
