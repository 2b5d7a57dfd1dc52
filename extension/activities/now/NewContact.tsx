import { useState } from 'preact/hooks';
import { t } from '../../app/i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { UserPlus } from '../../ui/icons.ts';
import { counterpartOf } from '../people.ts';
import { NewContactForm } from './NewContactForm.tsx';
import type { ItemState } from './use-item.ts';

/** For a counterpart whom nobody has as a contact yet. Logging does not need it. */
export function NewContactOffer({ item }: { item: ItemState }) {
  const [isOpen, setOpen] = useState(false);
  const person = counterpartOf(item.captured.people);
  const { context } = item.match;
  const isKnown = [...(context?.contacts ?? []), ...(context?.leads ?? [])].some(
    ({ email }) => email === person?.email,
  );
  if (!context || !person?.email || isKnown || item.edits.contact) return null;
  if (isOpen) {
    return <NewContactForm item={item} person={person} email={person.email} onClose={() => setOpen(false)} />;
  }
  return (
    <div class="pl-8">
      <Button kind="link" size="xs" icon={UserPlus} onClick={() => setOpen(true)}>
        {t('now.contact.offer', { name: person.name ?? person.email })}
      </Button>
    </div>
  );
}
