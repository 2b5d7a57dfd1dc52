export type ThemeChoice = 'system' | 'light' | 'dark';

/** public/theme.js reads it before the first paint, when the preferences are not loaded yet. */
const MIRROR = 'theme';
const NAMES = { light: 'sidelog', dark: 'sidelog-dark' } as const;

export function applyTheme(choice: ThemeChoice): void {
  const root = document.documentElement;
  if (choice === 'system') {
    delete root.dataset.theme;
    localStorage.removeItem(MIRROR);
    return;
  }
  root.dataset.theme = NAMES[choice];
  localStorage.setItem(MIRROR, NAMES[choice]);
}
