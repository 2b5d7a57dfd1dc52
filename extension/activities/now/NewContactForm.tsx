import { useRef, useState } from 'preact/hooks';
import { uuidv7 } from 'uuidv7';
import { isFreeMail } from '../../../shared/free-mail.ts';
import { api, unwrap } from '../../api/client.ts';
import { errorText } from '../../app/error-text.ts';
import { t } from '../../app/i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { Combobox } from '../../ui/Combobox.tsx';
import { TextField } from '../../ui/Field.tsx';
import { Plus } from '../../ui/icons.ts';
import type { Named } from '../choices.ts';
import type { Person } from '../people.ts';
import { searchOptions, searchWords } from '../search-about.tsx';
import { focusLog } from './focus-log.ts';
import type { ItemState } from './use-item.ts';

type FormProps = { item: ItemState; person: Person; email: string; onClose: () => void };

/** Adds the counterpart as a contact, at an account that exists or is made with it. */
export function NewContactForm({ item, person, email, onClose }: FormProps) {
  const [name, setName] = useState(person.isNameFalse ? '' : (person.name ?? ''));
  const [account, setAccount] = useState<Named | undefined>(item.choices.account);
  const { add, isBusy, error } = useAdd(item, email, setAccount);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    event.stopPropagation();
    if (name.trim() && !isBusy) void add(name.trim(), account);
  };
  return (
    <form class="grid gap-2 pl-8" noValidate onSubmit={submit}>
      <TextField label={t('now.contact.name')} value={name} onChange={setName} maxLength={120} />
      <p class="text-xs text-faint wrap-anywhere">{email}</p>
      <AccountField account={account} onChange={setAccount} />
      {error !== undefined && (
        <p class="text-xs text-danger" role="alert">
          {errorText(error)}
        </p>
      )}
      <div class="flex gap-2">
        <Button
          type="submit"
          size="xs"
          busy={isBusy}
          disabledReason={name.trim() ? undefined : t('now.contact.name_missing')}
        >
          {t('now.contact.add')}
        </Button>
        <Button kind="ghost" size="xs" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      </div>
    </form>
  );
}

/** `id` '' = to be made. */
function AccountField(props: { account: Named | undefined; onChange: (account: Named | undefined) => void }) {
  const { account, onChange } = props;
  return (
    <Combobox
      label={t('now.contact.account')}
      text={account?.name ?? ''}
      placeholder={t('now.find_account')}
      search={async (query, signal) => {
        const found = await searchOptions(query, ['account'], signal);
        const name = query.trim();
        const options = found.map(({ value, ...option }) => ({
          ...option,
          value: { id: value.id, name: value.name },
        }));
        const isNew = name !== '' && !options.some(({ value }) => value.name === name);
        return isNew
          ? [
              ...options,
              { value: { id: '', name }, label: t('now.contact.new_account', { name }), icon: Plus },
            ]
          : options;
      }}
      words={searchWords()}
      onSelect={onChange}
      onClear={() => onChange(undefined)}
    />
  );
}

function useAdd(item: ItemState, email: string, onAccount: (made: Named) => void) {
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const create = useCreate();
  const add = async (name: string, chosen: Named | undefined) => {
    setBusy(true);
    setError(undefined);
    try {
      const account = chosen?.id === '' ? await create.account(chosen.name, email) : chosen;
      // It is there now, whatever becomes of the contact.
      if (account) onAccount(account);
      const contact = await create.contact({ name, emails: [email], accountId: account?.id });
      item.change({
        contact: { ...contact, ...(account && { accountId: account.id }) },
        ...(account && { account }),
      });
      focusLog();
    } catch (cause) {
      setError(cause);
      setBusy(false);
    }
  };
  return { add, isBusy, error };
}

type NewContactBody = { name: string; emails: string[]; accountId: string | undefined };

/**
 * The same words have the same id on every try, so that a try whose answer was lost adds nobody twice. Other words are
 * another record: under the old id the server would refuse them.
 */
function useCreate() {
  const ids = useRef(new Map<string, string>());
  const withId = <T extends object>(body: T): T & { id: string } => {
    const words = JSON.stringify(body);
    const id = ids.current.get(words) ?? uuidv7();
    ids.current.set(words, id);
    return { id, ...body };
  };
  return {
    account: async (name: string, email: string): Promise<Named> => {
      const domain = email.slice(email.lastIndexOf('@') + 1);
      const json = withId({ name, domains: isFreeMail(domain) ? [] : [domain], source: 'email' as const });
      await unwrap(api().api.v1.accounts.$post({ json }));
      return { id: json.id, name };
    },
    contact: async (body: NewContactBody): Promise<Named> => {
      const json = withId(body);
      await unwrap(api().api.v1.contacts.$post({ json }));
      return { id: json.id, name: body.name };
    },
  };
}
