import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { FeedItem } from '../../../shared/activity.ts';
import type { NameHit } from '../../../shared/search.ts';
import { whatWords } from '../../activities/activity-words.ts';
import { Icon, type LucideIcon } from '../../ui/Icon.tsx';
import { CloudUpload, MessageSquareText, PencilLine, Settings, StickyNote, Target } from '../../ui/icons.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import { Mono } from '../../ui/Person.tsx';
import { shown } from '../../ui/shown.ts';
import { ACTIVITY_ICON } from '../ActivityIcon.tsx';
import { formatWhen } from '../format.ts';
import { t } from '../i18n.ts';
import { here } from '../place.ts';
import type { Command, Entry } from './entries.ts';
import { aroundHit, highlight } from './highlight.ts';

type EntryRowProps = {
  id: string;
  entry: Entry;
  query: string;
  isActive: boolean;
  onOpen: () => void;
  onHover: () => void;
};

/** One line of the palette. The field keeps the focus; `isActive` is what the arrow keys stand on. */
export function EntryRow({ id, entry, query, isActive, onOpen, onHover }: EntryRowProps) {
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isActive) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isActive]);
  return (
    // biome-ignore lint/a11y: the field above owns the focus and the keys (aria-activedescendant)
    <div
      ref={row}
      id={id}
      role="option"
      aria-selected={isActive}
      class={`flex h-9 cursor-pointer items-center gap-2 rounded-field px-2 ${isActive ? 'bg-soft' : ''}`}
      onClick={onOpen}
      onPointerMove={onHover}
      onPointerDown={(event) => event.preventDefault()}
    >
      {entry.kind === 'name' && <NameLine hit={entry.hit} query={query} />}
      {entry.kind === 'activity' && <ActivityLine item={entry.item} query={query} />}
      {entry.kind === 'command' && <CommandLine command={entry.command} about={entry.about} />}
      {isActive && <Kbd keys="enter" class="shrink-0" />}
    </div>
  );
}

function NameLine({ hit: { kind, name, hint }, query }: { hit: NameHit; query: string }) {
  const note = kind === 'lead' ? [t('enums.search_kind.lead'), hint].filter(Boolean).join(' ') : hint;
  return (
    <>
      {kind === 'opportunity' ? (
        <Sign of={Target} />
      ) : (
        <Mono name={name} kind={kind === 'account' ? 'organisation' : 'person'} />
      )}
      <span class="max-w-2/3 shrink-0 truncate">
        <Lit text={shown(name)} query={query} />
      </span>
      <span class="min-w-0 flex-1 truncate text-xs text-muted">
        <Lit text={shown(note ?? '')} query={query} />
      </span>
    </>
  );
}

function ActivityLine({ item, query }: { item: FeedItem; query: string }) {
  const [subject, snippet] = [item.subject, item.snippet].map((text) => text && shown(text));
  // Of its two texts the one that says why it was found.
  const hit = [subject, snippet].find((text) => text && highlight(text, query).some(({ isHit }) => isHit));
  const words = hit ?? subject ?? snippet ?? shown(item.account?.name ?? whatWords(item));
  return (
    <>
      <Sign of={ACTIVITY_ICON[item.type]} />
      <span class="min-w-0 flex-1 truncate">
        <Lit text={aroundHit(words, query)} query={query} />
      </span>
      <time class="num shrink-0 text-xs text-faint" dateTime={new Date(item.occurredAt).toISOString()}>
        {formatWhen(item.occurredAt, here())}
      </time>
    </>
  );
}

const COMMAND: Record<Command, { icon: LucideIcon; keys?: string }> = {
  write: { icon: PencilLine, keys: 'n' },
  now: { icon: StickyNote, keys: 'g n' },
  feed: { icon: MessageSquareText, keys: 'g f' },
  queue: { icon: CloudUpload, keys: 'g q' },
  settings: { icon: Settings },
};

function CommandLine({ command, about }: { command: Command; about: NameHit | undefined }) {
  const { icon, keys } = COMMAND[command];
  return (
    <>
      <Sign of={icon} />
      <span class="min-w-0 flex-1 truncate">
        {about ? t('search.write_for', { name: about.name }) : t(`search.${command}`)}
      </span>
      {keys && !about && <Kbd keys={keys} class="shrink-0" />}
    </>
  );
}

const Sign = ({ of }: { of: LucideIcon }): ComponentChildren => <Icon of={of} class="mx-1 text-muted" />;

function Lit({ text, query }: { text: string; query: string }) {
  return (
    <>
      {highlight(text, query).map(({ text: part, isHit }, i) =>
        isHit ? (
          <b key={`${i}${part}`} class="font-semibold">
            {part}
          </b>
        ) : (
          part
        ),
      )}
    </>
  );
}
