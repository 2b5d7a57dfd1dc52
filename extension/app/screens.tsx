import { useRef } from 'preact/hooks';
import { FeedScreen } from '../activities/FeedScreen.tsx';
import { NowScreen } from '../activities/NowScreen.tsx';
import { later } from './later.ts';
import { type View, view } from './navigation.ts';

const AT_ONCE: readonly View['name'][] = ['now', 'feed'];

/** The view to show. The one before stays until the next one is loaded, so that nothing flashes. */
export function useShownView(): View {
  const shown = useRef<View>({ name: 'now' });
  if (later.value || AT_ONCE.includes(view.value.name)) shown.current = view.value;
  return shown.current;
}

export function CurrentScreen({ view: shown }: { view: View }) {
  switch (shown.name) {
    case 'now':
      return <NowScreen />;
    case 'feed':
      return <FeedScreen />;
    default:
      return <LaterScreen view={shown} />;
  }
}

type LaterView = Exclude<View, { name: 'now' | 'feed' }>;

/** For somebody who is not signed in. */
export function FirstLater() {
  const screens = later.value;
  return screens ? <screens.FirstScreen /> : null;
}

export function KeyMapLater() {
  const screens = later.value;
  return screens ? <screens.KeyMapDialog /> : null;
}

function LaterScreen({ view: shown }: { view: LaterView }) {
  const screens = later.value;
  if (!screens) return null;
  switch (shown.name) {
    case 'today':
      return <screens.TodayScreen />;
    case 'record':
      return <screens.RecordScreen id={shown.id} />;
    case 'sign_in':
      return <screens.FirstScreen change={shown.change} />;
    case 'write':
      return <screens.WriteScreen about={shown.about} />;
    case 'catch_up':
      return <screens.CatchUpScreen />;
    case 'queue':
      return <screens.QueueScreen />;
    case 'settings':
      return <screens.SettingsScreen />;
    case 'search':
      return <screens.SearchScreen query={shown.query} />;
  }
}
