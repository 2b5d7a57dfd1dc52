import type { Context } from '../../../shared/context.ts';
import { formatInstant, formatList } from '../../app/format.ts';
import { t } from '../../app/i18n.ts';
import { go } from '../../app/navigation.ts';
import { here } from '../../app/place.ts';
import { CheckCheck, MessageSquareText, UserPlus } from '../../ui/icons.ts';
import { Ribbon } from '../../ui/Notice.tsx';
import { personName } from '../person-name.ts';
import type { ItemState } from './use-item.ts';

/**
 * The one thing to know before anything else: logged already, written by nobody, or from somebody unknown. Below the
 * head, so that nothing that is read already moves when the answer comes.
 */
export function ItemRibbon({ item }: { item: ItemState }) {
  const { captured, match, choices } = item;
  const { context } = match;
  if (context?.logged) return <LoggedRibbon logged={context.logged} item={item} />;
  const automatic = captured.item.kind === 'mail' ? captured.item.automatic : undefined;
  if (automatic) {
    return (
      <Ribbon kind="quiet" icon={MessageSquareText}>
        {t(`now.automatic.${automatic}`)}
      </Ribbon>
    );
  }
  if (!choices.sender?.isUnknown) return null;
  return (
    <Ribbon kind="quiet" icon={UserPlus}>
      {t('now.unknown_sender')}
    </Ribbon>
  );
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
