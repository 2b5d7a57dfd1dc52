import { useState } from 'preact/hooks';
import { t } from '../../../app/i18n.ts';
import { Button } from '../../../ui/Button.tsx';
import { Segmented } from '../../../ui/Segmented.tsx';
import { useFocusBack } from '../../../ui/use-focus-back.ts';
import { AccountPicker } from '../AccountPicker.tsx';
import type { ItemState } from '../use-item.ts';
import { FieldRows } from './FieldRows.tsx';
import { SimilarRecords } from './SimilarRecords.tsx';
import { type Sender, type SenderAs, SHOWN } from './sender.ts';

const WAYS: readonly SenderAs[] = ['contact', 'lead', 'none'];

/** What becomes of a counterpart whom nobody knows: each field that was read with its proof, all in one Log. */
export function SenderForm({ item, sender, isAsked }: { item: ItemState; sender: Sender; isAsked: boolean }) {
  const { as, isAccountNew } = sender;
  const rows = { item, sender, isAsked };
  return (
    <>
      <section class={`section ${as === 'none' ? '' : 'pb-1!'}`}>
        <Segmented
          label={t('unknown.add_as')}
          options={WAYS.map((value) => ({ value, label: t(`unknown.as.${value}`) }))}
          value={as}
          onChange={(chosen) => item.change({ sender: { ...item.edits.sender, as: chosen } })}
        />
        {as === 'lead' && <p class="mt-2 text-xs text-muted">{t('unknown.lead_hint')}</p>}
      </section>
      {as !== 'none' && (
        <section class="pb-2" aria-label={t(`unknown.as.${as}`)}>
          {as === 'contact' && <h2 class="section-label px-4 pt-2 pb-1">{t('unknown.as.contact')}</h2>}
          <FieldRows {...rows} ids={SHOWN[as]} />
          {as === 'lead' && <p class="px-4 pt-1 text-xs text-faint">{t('unknown.lead_facts')}</p>}
        </section>
      )}
      {isAccountNew && <NewAccount {...rows} />}
      {as !== 'none' && <SimilarRecords {...rows} />}
    </>
  );
}

function NewAccount(props: { item: ItemState; sender: Sender; isAsked: boolean }) {
  const [isPicking, setPicking] = useState(false);
  const button = useFocusBack(isPicking);
  return (
    <section class="border-t border-line pt-2" aria-labelledby="sender-account">
      <h2 class="section-label px-4 pb-1">
        <span id="sender-account">{t('enums.search_kind.account')}</span>
        {!isPicking && (
          <Button kind="link" size="xs" buttonRef={button} onClick={() => setPicking(true)}>
            {t('unknown.pick_existing')}
          </Button>
        )}
      </h2>
      {isPicking ? (
        <div class="grid gap-2 px-4 pb-2">
          <AccountPicker item={props.item} onClose={() => setPicking(false)} />
        </div>
      ) : (
        <FieldRows {...props} ids={SHOWN.account} />
      )}
    </section>
  );
}
