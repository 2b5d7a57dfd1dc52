/** The screens and parts that nobody sees first, as one file of their own: without them the panel stands sooner. */
export { AccountSearch } from '../activities/feed/AccountSearch.tsx';
export { AccountPicker } from '../activities/now/AccountPicker.tsx';
export { RecordScreen } from '../activities/RecordScreen.tsx';
export { MoveSaved } from '../activities/saved/MoveSaved.tsx';
export { WriteScreen } from '../activities/WriteScreen.tsx';
export { CatchUpScreen } from '../catch-up/CatchUpScreen.tsx';
export { QueueScreen } from '../outbox/QueueScreen.tsx';
export { TodayScreen } from '../tasks/TodayScreen.tsx';
export { FirstScreen } from './FirstScreen.tsx';
export { SearchScreen } from './SearchScreen.tsx';
export { SettingsScreen } from './SettingsScreen.tsx';
export { KeyMapDialog } from './shell/KeyMapDialog.tsx';
