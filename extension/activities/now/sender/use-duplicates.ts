import { keepPreviousData, useQuery } from '@tanstack/preact-query';
import { useEffect, useState } from 'preact/hooks';
import type { Duplicate, DuplicateQuery } from '../../../../shared/duplicates.ts';
import { api, unwrap } from '../../../api/client.ts';
import type { Added } from './sender.ts';

const PAUSE_MS = 300;

/** Records that those to be added may be already. Only ever a hint: without an answer there is none. */
export function useDuplicates(added: Added | undefined): {
  /** Undefined where there is no answer. */
  found: readonly Duplicate[] | undefined;
  isAsking: boolean;
} {
  const wanted = JSON.stringify(added ? duplicateQuery(added) : {});
  const asked = useLater(wanted);
  const query = useQuery({
    queryKey: ['duplicates', asked],
    enabled: asked !== '{}',
    queryFn: ({ signal }) =>
      unwrap(api().api.v1.duplicates.$post({ json: JSON.parse(asked) }, { init: { signal } })),
    placeholderData: keepPreviousData,
    retry: false,
  });
  return {
    found: asked === '{}' ? undefined : query.data?.items,
    isAsking: asked !== wanted || (query.isFetching && !query.data),
  };
}

/** The first at once, then what has stood for a moment. */
function useLater(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    if (value === settled) return;
    const timer = setTimeout(() => setSettled(value), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value, settled]);
  return settled;
}

/** What is left empty is not asked about. */
function duplicateQuery({ account, contact, lead }: Added): DuplicateQuery {
  return {
    ...(account && { account: { name: account.name, ...first('domain', account.domains) } }),
    ...(contact && {
      contact: { ...nameOf(contact), ...first('email', contact.emails), phones: phonesOf(contact) },
    }),
    ...(lead && {
      lead: {
        ...nameOf(lead),
        ...(lead.company && { company: lead.company }),
        ...(lead.email && { email: lead.email }),
        phones: phonesOf(lead),
      },
    }),
  };
}

const nameOf = ({ name }: { name: string }) => (name ? { name } : {});
const phonesOf = ({ phone }: { phone?: string }) => (phone ? [phone] : []);
const first = <Key extends string>(key: Key, [value]: readonly string[]) =>
  value ? ({ [key]: value } as { [key in Key]: string }) : {};
