import { useState } from 'preact/hooks';
import { uuidv7 } from 'uuidv7';
import { t } from '../app/i18n.ts';
import type { WriteAbout } from '../app/navigation.ts';
import { type Session, session } from '../app/session.ts';
import { Button } from '../ui/Button.tsx';
import { PencilLine } from '../ui/icons.ts';
import { SavedScreen } from './SavedScreen.tsx';
import { savedLog } from './saved.ts';
import { WriteForm } from './write/WriteForm.tsx';

/** A log without a page: a call, a visit, a meeting, a message, a note. */
export function WriteScreen({ about }: { about?: WriteAbout | undefined }) {
  const current = session.value;
  return current ? <Writing about={about} session={current} /> : null;
}

function Writing(props: { about: WriteAbout | undefined; session: Session }) {
  const [source, setSource] = useState(newSource);
  const saved = savedLog.value;
  if (saved?.source !== source) return <WriteForm key={source} source={source} {...props} />;
  return (
    <SavedScreen saved={saved} me={props.session.me}>
      <Button icon={PencilLine} onClick={() => setSource(newSource())}>
        {t('write.another')}
      </Button>
    </SavedScreen>
  );
}

const newSource = (): string => `write ${uuidv7()}`;
