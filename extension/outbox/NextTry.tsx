import { useEffect, useState } from 'preact/hooks';
import { t } from '../app/i18n.ts';

/** "tries again in 12 s", counted down. */
export function NextTry({ at }: { at: number }) {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  const seconds = Math.ceil((at - now) / 1000);
  if (seconds <= 0) return null;
  return <span class="num">{t('queue.comma') + t('queue.next_try', { count: seconds })}</span>;
}
