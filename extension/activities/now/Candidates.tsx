import { useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '../../app/i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { CircleAlert } from '../../ui/icons.ts';
import { Mono } from '../../ui/Person.tsx';
import type { Named } from '../choices.ts';
import { focusLog } from './focus-log.ts';
import { Reason } from './LogTo.tsx';
import type { ItemState } from './use-item.ts';

/** Several accounts fit, none for certain: the rep says which. */
export function Candidates(props: { item: ItemState; isAsked: boolean; onPick: () => void }) {
  const { item, isAsked, onPick } = props;
  const list = useRef<HTMLUListElement>(null);
  useLayoutEffect(() => {
    if (isAsked) list.current?.querySelector('button')?.focus();
  }, [isAsked]);
  const choose = (account: Named | null) => {
    item.change({ account });
    focusLog();
  };
  return (
    <>
      <p
        class={`flex items-center gap-1.5 ${isAsked ? 'text-danger' : 'text-warn'}`}
        role={isAsked ? 'alert' : undefined}
      >
        {isAsked && <Icon of={CircleAlert} small />}
        {t('now.which_account')}
      </p>
      <ul ref={list} class="grid gap-1">
        {item.match.context?.accounts.map((match) => (
          <li key={match.account.id} class="min-w-0">
            <button
              type="button"
              class="-mx-2 flex min-h-10 w-[calc(100%+1rem)] cursor-pointer items-center gap-2 rounded-field px-2 text-left hover:bg-hover"
              onClick={() => choose({ id: match.account.id, name: match.account.name })}
            >
              <Mono kind="organisation" name={match.account.name} />
              <span class="min-w-0 flex-1 truncate font-semibold">{match.account.name}</span>
              <span class="flex max-w-[55%] shrink-0 justify-end">
                <Reason match={match} />
              </span>
            </button>
          </li>
        ))}
      </ul>
      <div class="flex gap-2">
        <Button size="xs" onClick={onPick}>
          {t('now.another_account')}
        </Button>
        <Button kind="ghost" size="xs" onClick={() => choose(null)}>
          {t('now.log_to_none')}
        </Button>
      </div>
    </>
  );
}
