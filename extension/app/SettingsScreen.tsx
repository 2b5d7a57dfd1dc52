import { t } from './i18n.ts';
import { Screen } from './Screen.tsx';
import { session } from './session.ts';
import { DeviceSection } from './settings/DeviceSection.tsx';
import { KeyboardSection } from './settings/KeyboardSection.tsx';
import { LookSection } from './settings/LookSection.tsx';
import { ServerSection } from './settings/ServerSection.tsx';
import { SitesSection } from './settings/SitesSection.tsx';
import { YouSection } from './settings/YouSection.tsx';

export function SettingsScreen() {
  const current = session.value;
  return (
    <Screen title={t('settings.title')}>
      {current && <ServerSection session={current} />}
      {current && <YouSection session={current} />}
      <LookSection />
      <KeyboardSection />
      <SitesSection />
      <DeviceSection />
    </Screen>
  );
}
