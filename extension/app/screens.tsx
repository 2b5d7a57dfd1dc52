import { FeedScreen } from '../activities/FeedScreen.tsx';
import { NowScreen } from '../activities/NowScreen.tsx';
import { RecordScreen } from '../activities/RecordScreen.tsx';
import { WriteScreen } from '../activities/WriteScreen.tsx';
import { QueueScreen } from '../outbox/QueueScreen.tsx';
import { FirstScreen } from './FirstScreen.tsx';
import type { View } from './navigation.ts';
import { SearchScreen } from './SearchScreen.tsx';
import { SettingsScreen } from './SettingsScreen.tsx';

export function CurrentScreen({ view }: { view: View }) {
  switch (view.name) {
    case 'now':
      return <NowScreen />;
    case 'feed':
      return <FeedScreen />;
    case 'record':
      return <RecordScreen id={view.id} />;
    case 'write':
      return <WriteScreen about={view.about} />;
    case 'queue':
      return <QueueScreen />;
    case 'settings':
      return <SettingsScreen />;
    case 'sign_in':
      return <FirstScreen change={view.change} />;
    case 'search':
      return <SearchScreen query={view.query} />;
  }
}
