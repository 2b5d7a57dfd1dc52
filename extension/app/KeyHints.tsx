import { Kbd } from '../ui/Kbd.tsx';
import { preferences } from './preferences.ts';

/** The keys of a list, in a thin line under it; none where single keys are switched off. */
export function KeyHints({ hints }: { hints: readonly { keys: string; label: string }[] }) {
  if (!preferences.value.singleKeys) return null;
  return (
    <div class="flex h-9 shrink-0 items-center gap-3 overflow-hidden border-t border-line bg-base-200 px-4 text-xs text-faint">
      {hints.map(({ keys, label }) => (
        <span key={keys} class="inline-flex items-center gap-1 whitespace-nowrap">
          <Kbd keys={keys} />
          {label}
        </span>
      ))}
    </div>
  );
}
