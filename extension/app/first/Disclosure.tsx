import { Icon, type LucideIcon } from '../../ui/Icon.tsx';
import { Eye, FileText, ShieldCheck } from '../../ui/icons.ts';
import { type MessageKey, t } from '../i18n.ts';

const LINES: readonly { icon: LucideIcon; says: MessageKey }[] = [
  { icon: FileText, says: 'first.disclosure.what' },
  { icon: ShieldCheck, says: 'first.disclosure.when' },
  { icon: Eye, says: 'first.disclosure.who' },
];

/** What is read, when, and who sees it: told before anything can be read. */
export function Disclosure() {
  return (
    <section class="mx-6 mt-6 border-t border-line pt-4 pb-6">
      <h2 class="section-label">{t('first.disclosure.title')}</h2>
      <ul class="mt-2 grid gap-2 text-xs text-muted">
        {LINES.map(({ icon, says }) => (
          <li key={says} class="flex items-start gap-2">
            <Icon of={icon} small class="mt-px" />
            {t(says)}
          </li>
        ))}
      </ul>
    </section>
  );
}
