import '../../app/strict-csp.ts';
import { render } from 'preact';
import { followAppearance } from '../../app/appearance.ts';
import { followCaptures } from '../../app/captured.ts';
import { purgeDrafts } from '../../app/drafts.ts';
import { loadLaterScreens } from '../../app/later.ts';
import { followPreferences, loadPreferences } from '../../app/preferences.ts';
import { Shell } from '../../app/Shell.tsx';
import { hurry, startOutbox } from '../../outbox/outbox.ts';

followPreferences();
void followCaptures();
void startOutbox().then(hurry);
void purgeDrafts();
// Language and theme first, so that nothing is drawn twice.
await loadPreferences();
await followAppearance();
const root = document.getElementById('app');
if (root) render(<Shell />, root);
// Once the panel stands, so that they are there before anybody wants one.
void loadLaterScreens();
