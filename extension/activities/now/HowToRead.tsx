import { useEffect, useState } from 'preact/hooks';
import { t } from '../../app/i18n.ts';
import { boundShortcut } from '../../app/sites.ts';

/** How to have a page read, with the shortcut that the browser has really bound. */
export function HowToRead() {
  const [shortcut, setShortcut] = useState('');
  useEffect(() => {
    let isHere = true;
    void boundShortcut().then((bound) => isHere && setShortcut(bound));
    return () => {
      isHere = false;
    };
  }, []);
  return <p>{shortcut ? t('now.how.shortcut', { shortcut }) : t('now.how.icon')}</p>;
}
