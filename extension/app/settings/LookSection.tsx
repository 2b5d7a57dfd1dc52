import type { ComponentChildren } from 'preact';
import { Segmented } from '../../ui/Segmented.tsx';
import { t } from '../i18n.ts';
import { preferences, setPreference } from '../preferences.ts';
import { Section } from './Section.tsx';

export function LookSection() {
  const { language, theme } = preferences.value;
  return (
    <Section title={t('settings.look')}>
      <div class="grid gap-2">
        <Labelled label={t('settings.language')}>
          <Segmented
            small
            label={t('settings.language')}
            value={language}
            onChange={(value) => void setPreference('language', value)}
            options={[
              { value: 'browser', label: t('settings.language_browser') },
              { value: 'en', label: 'English', lang: 'en' },
              { value: 'zh-CN', label: '中文', lang: 'zh-CN' },
            ]}
          />
        </Labelled>
        <Labelled label={t('settings.theme')}>
          <Segmented
            small
            label={t('settings.theme')}
            value={theme}
            onChange={(value) => void setPreference('theme', value)}
            options={[
              { value: 'system', label: t('settings.theme_system') },
              { value: 'light', label: t('settings.theme_light') },
              { value: 'dark', label: t('settings.theme_dark') },
            ]}
          />
        </Labelled>
      </div>
    </Section>
  );
}

function Labelled({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    <div class="prop grid-cols-[5.5rem_minmax(0,1fr)]!">
      <span class="text-xs text-faint">{label}</span>
      {children}
    </div>
  );
}
