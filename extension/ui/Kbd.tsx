import { isMac } from './platform.ts';

const SIGNS: Record<string, string> = {
  enter: '⏎',
  escape: 'Esc',
  arrowup: '↑',
  arrowdown: '↓',
  arrowleft: '←',
  arrowright: '→',
  shift: 'Shift',
  ...(isMac ? { mod: '⌘', alt: '⌥', shift: '⇧' } : { mod: 'Ctrl', alt: 'Alt' }),
};

const signOf = (key: string): string => SIGNS[key] ?? (key.length === 1 ? key.toUpperCase() : key);

/** `keys` as useKeys takes them: `mod+enter`, `g f`, `?`. */
export function Kbd({ keys, class: className = '' }: { keys: string; class?: string }) {
  return (
    <span class={`inline-flex gap-0.5 ${className}`} aria-hidden="true">
      {keys.split(/[+ ]/).map((key) => (
        <kbd class="kbd" key={key}>
          {signOf(key)}
        </kbd>
      ))}
    </span>
  );
}
