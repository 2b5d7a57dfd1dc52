import type { Context } from '../../../shared/context.ts';
import { formatInstant, formatList } from '../../app/format.ts';
import { t } from '../../app/i18n.ts';
import { go } from '../../app/navigation.ts';
import { here } from '../../app/place.ts';
import { CheckCheck, MessageSquareText, UserPlus } from '../../ui/icons.ts';
import { Ribbon } from '../../ui/Notice.tsx';
import { counterpartOf } from '../people.ts';
import { personName } from '../person-name.ts';
import type { ItemState } from './use-item.ts';

/** The one thing to know before anything else: logged already, or nobody wrote it. */
export function ItemRibbon({ item }: { item: ItemState }) {
  const { captured, match } = item;
  const { context } = match;
  if (context?.logged) return <LoggedRibbon logged={context.logged} item={item} />;
  const automatic = captured.item.kind === 'mail' ? captured.item.automatic : undefined;
  if (!automatic) return null;
  return (
    <Ribbon kind="quiet" icon={MessageSquareText}>
      {t(`now.automatic.${automatic}`)}
    </Ribbon>
  );
}

/** Below the head, so that nothing that is read already moves when the answer comes. */
export function UnknownRibbon({ item }: { item: ItemState }) {
  const { context } = item.match;
  const isAutomatic = item.captured.item.kind === 'mail' && item.captured.item.automatic !== undefined;
  if (context?.logged || isAutomatic || !isUnknown(item, context)) return null;
  return (
    <Ribbon kind="quiet" icon={UserPlus}>
      {t('now.unknown_sender')}
    </Ribbon>
  );
}

function isUnknown({ captured, edits }: ItemState, context: Context | undefined): boolean {
  const email = counterpartOf(captured.people)?.email;
  if (!context || !email || edits.contact) return false;
  const isKnown = [...context.contacts, ...context.leads].some((known) => known.email === email);
  return !isKnown && context.accounts.length === 0;
}

function LoggedRibbon({ logged, item }: { logged: NonNullable<Context['logged']>; item: ItemState }) {
  const { me } = item.session;
  const place = here();
  const names = logged.by.map(({ userId }) => personName(userId, me));
  const first = Math.min(...logged.by.map(({ loggedAt }) => loggedAt));
  return (
    <Ribbon
      icon={CheckCheck}
      detail={t(logged.byMe ? 'now.logged.mine' : 'now.logged.again')}
      action={{ label: t('now.open'), onClick: () => go({ name: 'record', id: logged.activityId }) }}
    >
      {t('now.logged.by', { names: formatList(names, place), when: formatInstant(first, place) })}
    </Ribbon>
  );
}
