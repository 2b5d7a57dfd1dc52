import { Button } from '../../ui/Button.tsx';
import { Languages } from '../../ui/icons.ts';
import { locale } from '../i18n.ts';
import { setPreference } from '../preferences.ts';

const OTHER = { en: 'zh-CN', 'zh-CN': 'en' } as const;
/** Each in its own language, for whoever cannot read the one on screen. */
const NAME = { en: 'English', 'zh-CN': '中文' } as const;

export function FirstHeader() {
  const other = OTHER[locale.value];
  return (
    <header class="flex h-11 flex-none items-center justify-end border-b border-line px-2">
      <Button
        kind="ghost"
        icon={Languages}
        lang={other}
        onClick={() => void setPreference('language', other)}
      >
        {NAME[other]}
      </Button>
    </header>
  );
}
