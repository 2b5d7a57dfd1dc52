import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { dropDraft, readDraft, writeDraft } from '../app/drafts.ts';

const SAVE_AFTER_MS = 250;

export type DraftHandle<T> = {
  value: T;
  /** False until the device has answered whether something was started before. */
  isLoaded: boolean;
  change: (part: Partial<T>) => void;
  /** Forgets it on the device; what is on screen stays. */
  forget: () => void;
};

/** What was started under `key`, taken from the device and kept there: closing the panel loses nothing typed. */
export function useDraft<T extends object>(key: string, empty: T): DraftHandle<T> {
  const [stored, setStored] = useState<{ key: string; value?: T | undefined }>();
  const [typed, setTyped] = useState<{ key: string; part: Partial<T> }>();
  const isLoaded = stored?.key === key;
  const value = {
    ...empty,
    ...(isLoaded && stored.value),
    // What was typed while the device was asked wins over what it held.
    ...(typed?.key === key && typed.part),
  };
  const latest = useRef(typed);
  latest.current = typed?.key === key ? typed : { key, part: {} };
  const { save, drop } = useSaving(key);
  useEffect(() => {
    let isHere = true;
    const settle = (found: T | undefined) => isHere && setStored({ key, value: found });
    readDraft(key).then(
      (found) => settle(asWritten<T>(found)),
      () => settle(undefined),
    );
    return () => {
      isHere = false;
    };
  }, [key]);
  const change = (part: Partial<T>) => {
    latest.current = { key, part: { ...latest.current?.part, ...part } };
    setTyped(latest.current);
    save({ ...value, ...latest.current.part });
  };
  return { value, isLoaded, change, forget: drop };
}

/** What stands under a key was written there by the same hook. */
const asWritten = <T>(stored: unknown): T | undefined => stored as T | undefined;

/** Writes after a pause, and at once when the panel is closed or turns to something else. */
function useSaving(key: string) {
  const due = useRef<{ timer: ReturnType<typeof setTimeout>; write: () => void }>();
  const flush = useCallback(() => {
    clearTimeout(due.current?.timer);
    due.current?.write();
    due.current = undefined;
  }, []);
  useEffect(() => {
    window.addEventListener('pagehide', flush);
    return () => {
      window.removeEventListener('pagehide', flush);
      flush();
    };
  }, [key, flush]);
  const save = (value: unknown) => {
    clearTimeout(due.current?.timer);
    // A draft that cannot be kept (a full disk) must not get in the way of logging, which says so itself.
    const write = () => void writeDraft(key, value).catch(() => undefined);
    due.current = { write, timer: setTimeout(flush, SAVE_AFTER_MS) };
  };
  const drop = () => {
    clearTimeout(due.current?.timer);
    due.current = undefined;
    void dropDraft(key).catch(() => undefined);
  };
  return { save, drop };
}
