import { type CaptureState, captured } from '../app/captured.ts';
import { session } from '../app/session.ts';
import { AlwaysRead } from './now/AlwaysRead.tsx';
import { CannotRead } from './now/CannotRead.tsx';
import { ItemScreen } from './now/ItemScreen.tsx';
import { madeOut } from './now/made-out.ts';
import { NoItem } from './now/NoItem.tsx';
import { pageWanted } from './now/page-wanted.ts';
import { Reading } from './now/Reading.tsx';
import { SavedScreen } from './SavedScreen.tsx';
import { savedLog, sourceOf } from './saved.ts';

/** What is open on the page beside the panel, ready to log. */
export function NowScreen() {
  const state = captured.value;
  const current = session.value;
  const saved = savedLog.value;
  if (!current) return null;
  if (saved && state.state === 'done' && saved.source === sourceOf(state.capturedAt)) {
    return (
      <SavedScreen saved={saved} me={current.me}>
        <AlwaysRead />
      </SavedScreen>
    );
  }
  const item = itemToShow(state);
  if (state.state === 'reading') return <Reading />;
  if (state.state === 'done' && item) {
    return (
      <ItemScreen
        item={item}
        capturedAt={state.capturedAt}
        silentFrames={state.silentFrames}
        session={current}
      />
    );
  }
  if (state.state === 'idle' || (state.state === 'done' && state.result.status === 'item')) {
    return <NoItem state={state} />;
  }
  return <CannotRead state={state} />;
}

/** A mail, words selected on a page, or a whole page once the rep has asked for it; else what the rep made out. */
function itemToShow(state: CaptureState) {
  if (state.state !== 'done' || state.result.status !== 'item') return madeOut(state);
  const { item } = state.result;
  const isAsked =
    item.kind === 'mail' || Boolean(item.selection?.trim()) || pageWanted.value === item.pageKey;
  return isAsked ? item : undefined;
}
