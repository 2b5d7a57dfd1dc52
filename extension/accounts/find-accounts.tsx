import { api, unwrap } from '../api/client.ts';
import type { Option } from '../ui/options.tsx';
import { Mono } from '../ui/Person.tsx';

export type Named = { id: string; name: string };

/** Accounts whose name, domain or address begins like what was typed; `offered` while nothing is. */
export async function findAccounts(
  q: string,
  signal: AbortSignal,
  offered: readonly Named[],
): Promise<Option<Named>[]> {
  if (q.trim() === '') return offered.map((account) => optionOf(account));
  const { names } = await unwrap(
    api().api.v1.search.$get({ query: { q, kinds: 'account' } }, { init: { signal } }),
  );
  return names.map(({ id, name, hint }) => optionOf({ id, name }, hint));
}

const optionOf = ({ id, name }: Named, hint?: string): Option<Named> => ({
  value: { id, name },
  label: name,
  mark: <Mono name={name} kind="organisation" />,
  ...(hint && { hint }),
});
