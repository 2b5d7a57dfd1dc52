import { signal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { FeedScreen } from '../activities/FeedScreen.tsx';
import { NowScreen } from '../activities/NowScreen.tsx';
import { RecordScreen } from '../activities/RecordScreen.tsx';
import { FirstScreen } from './FirstScreen.tsx';
import { type View, view } from './navigation.ts';

const later = signal<typeof import('./later-screens.ts') | undefined>(undefined);

/** Called once the panel stands, so that they are there before anybody wants one. */
export async function loadLaterScreens(): Promise<void> {
  later.value ??= await import('./later-screens.ts');
}

const AT_ONCE: readonly View['name'][] = ['now', 'feed', 'record', 'sign_in'];

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
    case 'record':
      return <RecordScreen id={shown.id} />;
    case 'sign_in':
      return <FirstScreen change={shown.change} />;
    default:
      return <LaterScreen view={shown} />;
  }
}

type LaterView = Extract<View, { name: 'write' | 'queue' | 'settings' | 'search' }>;

function LaterScreen({ view: shown }: { view: LaterView }) {
  const screens = later.value;
  if (!screens) return null;
  switch (shown.name) {
    case 'write':
      return <screens.WriteScreen about={shown.about} />;
    case 'queue':
      return <screens.QueueScreen />;
    case 'settings':
      return <screens.SettingsScreen />;
    case 'search':
      return <screens.SearchScreen query={shown.query} />;
  }
}
