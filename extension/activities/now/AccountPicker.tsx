import { t } from '../../app/i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { Plus } from '../../ui/icons.ts';
import { AccountSearch } from '../AccountSearch.tsx';
import { focusLog } from './focus-log.ts';
import type { ItemState } from './use-item.ts';

/** Finds another account, straight or by one of its opportunities. */
export function AccountPicker({ item, onClose }: { item: ItemState; onClose: () => void }) {
  const close = (part: Parameters<ItemState['change']>[0]) => {
    item.change(part);
    onClose();
    focusLog();
  };
  return (
    <>
      <AccountSearch onSelect={close} />
      <div class="flex flex-wrap gap-2">
        {isNewOffered(item) && (
          <Button size="xs" icon={Plus} onClick={() => close({ account: undefined })}>
            {t('unknown.new_account')}
          </Button>
        )}
        {item.choices.opportunity && (
          <Button size="xs" onClick={() => close({ opportunity: null })}>
            {t('now.without_opportunity')}
          </Button>
        )}
        <Button size="xs" onClick={() => close({ account: null, opportunity: undefined })}>
          {t('now.log_to_none')}
        </Button>
        <Button kind="ghost" size="xs" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      </div>
    </>
  );
}

/** A contact's account may be made with it, unless the team has one for this domain. */
const isNewOffered = ({ choices: { sender }, edits, match }: ItemState): boolean =>
  sender?.as === 'contact' && edits.account !== undefined && (match.context?.accounts.length ?? 0) === 0;
