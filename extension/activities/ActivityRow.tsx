import type { ComponentChildren } from 'preact';
import type { FeedItem } from '../../shared/activity.ts';
import type { Me } from '../../shared/session.ts';
import { ActivityIcon } from '../app/ActivityIcon.tsx';
import { formatInstant, formatTime, formatWhen, money, moneyInFull } from '../app/format.ts';
import { t } from '../app/i18n.ts';
import { here } from '../app/place.ts';
import { Icon } from '../ui/Icon.tsx';
import { Lock } from '../ui/icons.ts';
import { Mono } from '../ui/Person.tsx';
import { shown } from '../ui/shown.ts';
import { whatWords } from './activity-words.ts';
import { ActivityMarks } from './feed/ActivityMarks.tsx';
import { memberName, personName } from './person-name.ts';

type ActivityRowProps = {
  item: FeedItem;
  me: Me;
  isCompact?: boolean;
  isUnread?: boolean;
  /** A chip before the others, such as the state of a log that is not delivered yet. */
  mark?: ComponentChildren;
  onOpen: () => void;
};

export const rowId = (item: Pick<FeedItem, 'id'>): string => `activity-${item.id}`;

/** One activity: a row of the feed, or with `isCompact` one line of a short list. The whole row opens it. */
export function ActivityRow({ isCompact, ...props }: ActivityRowProps) {
  return isCompact ? <CompactRow {...props} /> : <FullRow {...props} />;
}

function FullRow({ item, me, isUnread, mark, onOpen }: ActivityRowProps) {
  const id = rowId(item);
  const place = here();
  return (
    <article
      class={`row group/row has-focus-visible:bg-soft ${isUnread ? 'unread' : ''}`}
      aria-labelledby={id}
      data-activity={item.id}
    >
      <Mono
        name={memberName(item.ownerId, me)}
        me={item.ownerId === me.user.id}
        class="group-has-focus-visible/row:bg-base-100"
      />
      <div class="min-w-0 flex-1">
        <div class="flex items-center gap-1.5">
          <button
            type="button"
            id={id}
            class="max-w-3/5 shrink-0 truncate font-semibold outline-none after:absolute after:inset-0 after:cursor-pointer focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-link"
            aria-describedby={`${id}-what`}
            onClick={onOpen}
          >
            {personName(item.ownerId, me)}
          </button>
          <Others count={item.contributors - 1} />
          <ActivityIcon type={item.type} small class="text-faint" />
          <span class="truncate text-muted">{whatWords(item)}</span>
          {item.editedAt !== undefined && (
            <span
              class="ml-auto shrink-0 text-xs text-faint"
              title={t('edit.edited_at', { when: formatInstant(item.editedAt, place) })}
            >
              {t('edit.edited')}
            </span>
          )}
          <time
            class={`num shrink-0 text-xs text-faint ${item.editedAt === undefined ? 'ml-auto' : ''}`}
            dateTime={new Date(item.occurredAt).toISOString()}
            title={formatInstant(item.occurredAt, place)}
          >
            {formatTime(item.occurredAt, place)}
          </time>
        </div>
        <div id={`${id}-what`}>
          {isUnread && <span class="sr-only">{t('feed.unread')}</span>}
          <Where item={item} />
          <Words item={item} />
        </div>
        <ActivityMarks item={item} first={mark} />
      </div>
    </article>
  );
}

function Others({ count }: { count: number }) {
  if (count < 1) return null;
  return (
    <span class="num shrink-0 text-xs text-faint" title={t('feed.also_title', { count })}>
      +{count}
    </span>
  );
}

function Where({ item }: { item: FeedItem }) {
  const { account, lead, opportunity } = item;
  const place = here();
  const name = shown(account?.name ?? lead?.name ?? '');
  if (!name && !opportunity) return null;
  return (
    <p class="flex text-xs text-muted">
      {name && <span class={opportunity ? 'max-w-1/2 shrink-0 truncate' : 'truncate'}>{name}</span>}
      {name && opportunity && <span class="mx-1 shrink-0 text-faint">/</span>}
      {opportunity && (
        <>
          <span class="min-w-0 truncate">{shown(opportunity.name)}</span>
          <span
            class="num ml-1 shrink-0"
            title={moneyInFull(opportunity.amountMinor, opportunity.currency, place)}
          >
            {money(opportunity.amountMinor, opportunity.currency, place)}
          </span>
        </>
      )}
    </p>
  );
}

function Words({ item }: { item: FeedItem }) {
  const { level } = item;
  const subject = shown(item.subject ?? '');
  const snippet = shown(item.snippet ?? '');
  if (level === 'fact') {
    return (
      <p class="mt-1 flex items-center gap-1 text-faint">
        <Icon of={Lock} small />
        {t('feed.fact_only')}
      </p>
    );
  }
  if (!subject && !snippet) return null;
  return (
    <p class="mt-1 line-clamp-2 text-base wrap-anywhere">
      {subject}
      {subject && snippet && ' '}
      {snippet && <span class={subject ? 'text-muted' : ''}>{snippet}</span>}
    </p>
  );
}

function CompactRow({ item, me, onOpen }: ActivityRowProps) {
  const place = here();
  const words = item.snippet ?? item.subject;
  return (
    <button
      type="button"
      id={rowId(item)}
      class="-mx-1.5 flex min-h-7 w-[calc(100%+0.75rem)] cursor-pointer items-center gap-2 rounded-field px-1.5 text-left hover:bg-hover"
      title={formatInstant(item.occurredAt, place)}
      onClick={onOpen}
    >
      <ActivityIcon type={item.type} small class="text-faint" />
      <time class="num shrink-0 text-xs text-faint" dateTime={new Date(item.occurredAt).toISOString()}>
        {formatWhen(item.occurredAt, place)}
      </time>
      <span class="truncate text-muted">
        {shown(words ?? `${personName(item.ownerId, me)} ${whatWords(item)}`)}
      </span>
    </button>
  );
}
