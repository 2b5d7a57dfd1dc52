import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { Context } from '../../../shared/context.ts';
import type { Me } from '../../../shared/session.ts';
import { formatList } from '../../app/format.ts';
import { t } from '../../app/i18n.ts';
import { here } from '../../app/place.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { ChevronDown, ChevronRight, Paperclip, TriangleAlert, X } from '../../ui/icons.ts';
import { PersonRow } from '../../ui/Person.tsx';
import { shown } from '../../ui/shown.ts';
import { counterpartOf, isUnreadable, type Person, personKey, type Role } from '../people.ts';
import { memberName } from '../person-name.ts';
import type { ItemState } from './use-item.ts';

/** Who it is between: the one who matters in full, the others in a line that opens to everybody. */
export function People({ item }: { item: ItemState }) {
  const { captured, session, match } = item;
  const [isOpen, setOpen] = useState(false);
  const listId = useId();
  const { people } = captured;
  const main = counterpartOf(people) ?? people.find(({ role }) => role === 'from');
  const attachments = captured.item.kind === 'mail' ? captured.item.attachments.length : 0;
  const rest = people.filter((person) => person !== main);
  const dropped = item.choices.dropped;
  const isDropped = (person: Person) => dropped.includes(personKey(person));
  const going = rest.filter((person) => !isDropped(person));
  const row = { me: session.me, context: match.context };
  return (
    <div class="mt-2 grid gap-1">
      {main ? <PersonLine person={main} isMain {...row} /> : <p class="text-warn">{t('now.no_sender')}</p>}
      <div class="flex items-start gap-1.5 pl-8 text-xs text-faint">
        {rest.length > 0 && (
          <button
            type="button"
            class="-my-1 flex min-h-6 min-w-0 cursor-pointer items-center gap-1 rounded-field text-left hover:text-base-content"
            aria-expanded={isOpen}
            aria-controls={listId}
            onClick={() => setOpen(!isOpen)}
          >
            <span class="min-w-0">{isOpen ? t('now.people_close') : <Others people={going} {...row} />}</span>
            <Icon of={isOpen ? ChevronDown : ChevronRight} small />
          </button>
        )}
        {attachments > 0 && (
          <span
            class="inline-flex shrink-0 items-center gap-0.5"
            title={t('now.attachments', { count: attachments })}
          >
            <Icon of={Paperclip} small label={t('now.attachments', { count: attachments })} />
            <span class="num" aria-hidden="true">
              {attachments}
            </span>
          </span>
        )}
      </div>
      {isOpen && (
        <ul id={listId} class="mt-1 grid gap-1.5">
          {rest.map((person) => (
            <li key={`${person.role} ${person.email ?? person.written ?? person.name}`} class="min-w-0">
              <PersonLine person={person} {...row} end={<DropButton item={item} person={person} />} />
            </li>
          ))}
        </ul>
      )}
      {!isOpen && <Unreadable people={rest} />}
      {!isOpen && going.length < rest.length && (
        <p class="pl-8 text-xs text-muted">{t('now.dropped', { count: rest.length - going.length })}</p>
      )}
    </div>
  );
}

type Known = { me: Me; context: Context | undefined };

function nameOf({ email, name, written, isMe, userId }: Person, { me, context }: Known): string {
  if (isMe) return t('now.you');
  const member = userId === undefined ? undefined : memberName(userId, me);
  const contact = context?.contacts.find((known) => known.email === email);
  return shown(member ?? contact?.name ?? name ?? written ?? '');
}

type PersonLineProps = { person: Person; isMain?: boolean; end?: ComponentChildren } & Known;

function PersonLine({ person, isMain, end, ...known }: PersonLineProps) {
  const contact = known.context?.contacts.find(({ email }) => email === person.email);
  const name = nameOf(person, known);
  const role = t(`enums.party_role.${person.role}`);
  return (
    <PersonRow
      name={name}
      me={person.isMe}
      hint={
        <>
          {contact?.title}
          <span class={isMain ? 'sr-only' : 'text-faint'}> {role}</span>
        </>
      }
      detail={person.isMe || person.written === name ? undefined : shown(person.written ?? '')}
      warning={warningOf(person)}
      strong={!person.isMe}
      stacked={isMain ?? false}
      end={end}
    />
  );
}

/** Leaves somebody out of the log, or takes them in again. Oneself and whoever it is about stay. */
function DropButton({ item, person }: { item: ItemState; person: Person }) {
  const { dropped } = item.choices;
  const key = personKey(person);
  const isOut = dropped.includes(key);
  const counterpart = counterpartOf(item.captured.people);
  const isNeeded = person.isMe || person.role === 'from' || (counterpart && key === personKey(counterpart));
  if (isNeeded || isUnreadable(person) || item.match.context?.logged?.byMe) return null;
  const name = nameOf(person, { me: item.session.me, context: item.match.context }) || shown(key);
  const others = dropped.filter((other) => other !== key);
  // One button for both, so that it keeps the focus.
  return (
    <span class="inline-flex items-center gap-2 text-xs text-muted">
      {isOut && t('now.is_dropped')}
      <Button
        kind={isOut ? 'link' : 'ghost'}
        size="xs"
        class={isOut ? '' : 'btn-square'}
        title={isOut ? undefined : t('now.drop', { name })}
        aria-label={t(isOut ? 'now.put_back_name' : 'now.drop', { name })}
        onClick={() => item.change({ dropped: isOut ? others : [...others, key] })}
      >
        {isOut ? t('now.put_back') : <Icon of={X} small />}
      </Button>
    </span>
  );
}

function warningOf(person: Person): string | undefined {
  if (isUnreadable(person)) return t('now.not_an_address');
  if (person.isNameFalse) return t('now.false_name');
  return person.asciiDomain && t('now.lookalike', { domain: person.asciiDomain });
}

const SHOWN = 3;

/** 发给你 · 抄送赵敏仪、周航 */
function Others({ people, ...known }: { people: readonly Person[] } & Known) {
  const roles: Role[] = ['from', 'to', 'cc', 'bcc'];
  const parts = roles.flatMap((role) => {
    const named = people.filter((person) => person.role === role && !isUnreadable(person));
    return named.length > 0 ? [{ role, named }] : [];
  });
  return (
    <>
      {parts.map(({ role, named }, i) => {
        const names = named.slice(0, SHOWN).map((person) => nameOf(person, known));
        const more = named.length - SHOWN;
        const list = more > 0 ? [...names, t('now.more_people', { count: more })] : names;
        return (
          <span key={role}>
            {i > 0 && <span aria-hidden="true"> · </span>}
            {t(`now.party.${role}`, { names: formatList(list, here()) })}
          </span>
        );
      })}
    </>
  );
}

function Unreadable({ people }: { people: readonly Person[] }) {
  const bad = people.filter(isUnreadable).map(({ written }) => written ?? '');
  if (bad.length === 0) return null;
  return (
    <p class="flex items-start gap-1 pl-8 text-xs text-warn">
      <Icon of={TriangleAlert} small class="mt-px" />
      <span class="wrap-anywhere">
        {t('now.left_out', { addresses: formatList(bad, here()), count: bad.length })}
      </span>
    </p>
  );
}
