/** The screens that nobody sees first, as one file of their own: without them the panel stands sooner. */
export { WriteScreen } from '../activities/WriteScreen.tsx';
export { QueueScreen } from '../outbox/QueueScreen.tsx';
export { SearchScreen } from './SearchScreen.tsx';
export { SettingsScreen } from './SettingsScreen.tsx';
