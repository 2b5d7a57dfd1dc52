import { useQuery } from '@tanstack/preact-query';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { NewActivity } from '../../shared/activity.ts';
import { api, unwrap } from '../api/client.ts';
import { errorText } from '../app/error-text.ts';
import { money } from '../app/format.ts';
import { t } from '../app/i18n.ts';
import { here } from '../app/place.ts';
import { useAttempt } from '../app/use-attempt.tsx';
import { Button } from '../ui/Button.tsx';
import { SelectField } from '../ui/Field.tsx';
import { edit } from './outbox.ts';
import type { OutboxRecord } from './record.ts';
import { withoutOpportunity } from './remedy.ts';

type ChooseProps = { record: OutboxRecord; payload: NewActivity; more: ComponentChildren };

/** Another open opportunity of the same account in the place of the closed one. */
export function ChooseOpportunity({ record, payload, more }: ChooseProps) {
  const { data, error, isPending } = useOpenOpportunities(payload.accountId, payload.opportunityId);
  const [chosen, setChosen] = useState('');
  const { attempt, failure } = useAttempt();
  const send = (mended: NewActivity) => attempt(() => edit(record.id, mended));
  const options = data ?? [];
  const opportunityId = chosen || options[0]?.id;
  return (
    <div class="mt-2 grid gap-2">
      {options.length > 0 && (
        <SelectField
          label={t('queue.opportunity')}
          value={opportunityId ?? ''}
          options={options.map((one) => ({
            value: one.id,
            label: [one.name, money(one.amountMinor, one.currency, here())].join(t('queue.comma')),
          }))}
          onChange={setChosen}
        />
      )}
      {!isPending && options.length === 0 && (
        <p class="text-xs text-muted" role="status">
          {error ? errorText(error) : t('queue.no_open_opportunity')}
        </p>
      )}
      {failure}
      <div class="flex gap-2">
        {opportunityId && (
          <Button kind="primary" onClick={() => send({ ...payload, opportunityId })}>
            {t('queue.send_again')}
          </Button>
        )}
        <Button onClick={() => send(withoutOpportunity(payload))}>{t('queue.account_only')}</Button>
        <div class="ml-auto">{more}</div>
      </div>
    </div>
  );
}

function useOpenOpportunities(accountId: string | undefined, closedId: string | undefined) {
  return useQuery({
    queryKey: ['opportunities', 'of', accountId],
    enabled: accountId !== undefined,
    queryFn: () =>
      unwrap(api().api.v1.accounts[':id'].opportunities.$get({ param: { id: accountId ?? '' } })),
    select: ({ items }) => items.filter(({ id, status }) => id !== closedId && status === 'open'),
  });
}
