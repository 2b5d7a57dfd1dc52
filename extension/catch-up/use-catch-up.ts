import { useEffect, useRef, useState } from 'preact/hooks';
import type { Level } from '../../shared/access.ts';
import type { ListedMessage } from '../../shared/capture.ts';
import type { Me } from '../../shared/session.ts';
import type { CapturedItem } from '../activities/captured-item.ts';
import { usualFor } from '../activities/now/use-usual-level.ts';
import { counterpartOf } from '../activities/people.ts';
import { captured } from '../app/captured.ts';
import type { Session } from '../app/session.ts';
import { type Levels, readLevels } from '../app/usual-levels.ts';
import { changedLine, type ForAll, type Line } from './lines.ts';
import { askContext, listTicked, MOST_MESSAGES, readMessage } from './read-messages.ts';
import { type Saving, useSaveAll } from './save-all.ts';

export type CatchUp = {
  /** `closed`: the page can no longer be read. */
  state: 'listing' | 'none' | 'closed' | 'open';
  lines: readonly Line[];
  /** Ticked beyond the bound, and left for another time. */
  left: number;
  forAll: ForAll;
  change: (key: string, part: Partial<Line>) => void;
  changeAll: (part: ForAll) => void;
  readAgain: (key: string) => void;
  saving: Saving;
};

/** Reads the ticked messages one after the other and asks the server about each; what is read can be reviewed at once. */
export function useCatchUp(session: Session): CatchUp {
  const [state, setState] = useState<CatchUp['state']>('listing');
  const [lines, setLines] = useState<readonly Line[]>([]);
  const [left, setLeft] = useState(0);
  const [forAll, setForAll] = useState<ForAll>({});
  const isHere = useRef(true);
  const tabId = useRef(tabOf());
  const [levels] = useState(() => readLevels(session).catch((): Levels => new Map()));
  const change = (key: string, part: Partial<Line>) => {
    if (isHere.current) setLines((known) => changedLine(known, key, part));
  };
  const readOne = (listed: ListedMessage) =>
    readInto(listed, { tabId: tabId.current, me: session.me, levels, change });
  useEffect(() => {
    isHere.current = true;
    void open();
    return () => {
      isHere.current = false;
    };
  }, []);
  const open = async () => {
    const listed = await (tabId.current === undefined
      ? undefined
      : listTicked(tabId.current).catch(() => undefined));
    if (!isHere.current) return;
    if (!listed) return setState('closed');
    const taken = listed.slice(0, MOST_MESSAGES);
    setLeft(listed.length - taken.length);
    setLines(taken.map((message) => ({ listed: message, state: 'waiting', edits: {} })));
    setState(taken.length > 0 ? 'open' : 'none');
    for (const message of taken) {
      if (isHere.current) await readOne(message);
    }
  };
  return {
    state,
    lines,
    left,
    forAll,
    change,
    changeAll: (part) => setForAll({ ...forAll, ...part }),
    readAgain: (key) => {
      const line = lines.find(({ listed }) => listed.pageKey === key);
      if (line) void readOne(line.listed);
    },
    saving: useSaveAll({ lines, me: session.me, forAll, change }),
  };
}

function tabOf(): number | undefined {
  const shown = captured.peek();
  return shown.state === 'done' ? shown.tabId : undefined;
}

type Reading = {
  tabId: number | undefined;
  me: Me;
  levels: Promise<Levels>;
  change: CatchUp['change'];
};

async function readInto(listed: ListedMessage, { tabId, me, levels, change }: Reading): Promise<void> {
  const key = listed.pageKey;
  if (tabId === undefined) return;
  change(key, { state: 'reading' });
  try {
    const item = await readMessage(tabId, listed, me);
    const context = await askContext(item, me);
    change(key, { captured: item, context, usualLevel: usualLevelOf(item, await levels), state: 'read' });
  } catch {
    change(key, { state: 'failed' });
  }
}

/** A summary is written for one message: of many the subject is what goes along. */
function usualLevelOf({ people }: CapturedItem, levels: Levels): Level | undefined {
  const level = usualFor(counterpartOf(people)?.email, levels)?.level;
  return level === 'summary' ? 'subject' : level;
}
