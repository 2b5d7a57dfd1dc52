import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Duplicate } from '../../../../shared/duplicates.ts';
import { type MessageKey, t } from '../../../app/i18n.ts';
import { Sentence } from '../../../app/Sentence.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { TriangleAlert } from '../../../ui/icons.ts';
import { shown } from '../../../ui/shown.ts';
import { personName } from '../../person-name.ts';
import { focusLog } from '../focus-log.ts';
import type { ItemState } from '../use-item.ts';
import { addedBy, problemsOf, type Sender } from './sender.ts';
import { useDuplicates } from './use-duplicates.ts';

/**
 * What the team has that may be the same, with the reason. Room for one of three lines is kept from the start, so that nothing moves
 * when the answer comes; it never keeps anybody from logging.
 */
export function SimilarRecords({ item, sender }: { item: ItemState; sender: Sender }) {
  const [isWhole, setWhole] = useState(false);
  const { found, isAsking } = useDuplicates(problemsOf(sender).size > 0 ? undefined : addedBy(sender));
  const [first, ...more] = found ?? [];
  const isNothing = found?.length === 0;
  return (
    <div class="grid min-h-22 content-start gap-2 px-4 pt-1 pb-2" role="status">
      {first ? (
        <Similar item={item} sender={sender} record={first}>
          {more.length > 0 && (
            <Button kind="link" size="xs" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
              {isWhole ? t('now.kept.less') : t('unknown.more_similar', { count: more.length })}
            </Button>
          )}
        </Similar>
      ) : (
        <p class="text-xs text-faint">
          {isAsking ? t('unknown.looking') : isNothing ? t('unknown.no_similar') : ''}
        </p>
      )}
      {isWhole && more.map((record) => <Similar key={record.id} {...{ item, sender, record }} />)}
    </div>
  );
}

type SimilarProps = { item: ItemState; sender: Sender; record: Duplicate; children?: ComponentChildren };

function Similar({ item, sender, record, children }: SimilarProps) {
  const { name, value, accountName, ownerId, kind } = record;
  const use = () => {
    item.change(edits(record));
    focusLog();
  };
  return (
    <div class="flex items-start gap-2 rounded-field bg-warn-soft p-2">
      <Icon of={TriangleAlert} class="mt-0.5 text-warn" />
      <p class="min-w-0 flex-1 wrap-anywhere">
        <Sentence
          of={reasonOf(record, sender)}
          values={{ value: shown(value), owner: personName(ownerId, item.session.me) }}
          parts={{
            name: (
              <span>
                <span class="font-semibold">{shown(name)}</span>
                {kind === 'account' ? '' : ` ${kindOf(kind, accountName)}`}
              </span>
            ),
          }}
        />
      </p>
      <span class="grid shrink-0 justify-items-end">
        <Button kind="link" size="xs" onClick={use}>
          {t('unknown.use_it')}
        </Button>
        {children}
      </span>
    </div>
  );
}

/** Contact at Kestrel Foods · Lead, to tell it from an account. */
const kindOf = (kind: 'contact' | 'lead', account: string | undefined): string =>
  account
    ? t('unknown.kind_at', { kind: t(`enums.search_kind.${kind}`), account: shown(account) })
    : t('unknown.kind', { kind: t(`enums.search_kind.${kind}`) });

function reasonOf({ reason, domains }: Duplicate, { fields }: Sender): MessageKey {
  const domain = fields.domain?.isOn ? fields.domain.value : undefined;
  const isElsewhere = domain && domains && domains.length > 0 && !domains.includes(domain);
  if (isElsewhere && (reason === 'close_name' || reason === 'same_name')) {
    return `unknown.similar.${reason}_other_domain`;
  }
  return `unknown.similar.${reason}`;
}

/** The log goes to the record that is there, and none is added in its place. */
function edits({ kind, id, name, accountId, accountName }: Duplicate): Parameters<ItemState['change']>[0] {
  if (kind === 'account') return { account: { id, name } };
  if (kind === 'lead') return { lead: { id, name }, account: undefined };
  const account = accountId && accountName ? { id: accountId, name: accountName } : undefined;
  return { contact: { id, name, ...(account && { accountId: account.id }) }, ...(account && { account }) };
}
