import { Fragment } from 'preact';
import { useId, useState } from 'preact/hooks';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { CloudOff, Search } from '../../ui/icons.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import { nextIndex } from '../../ui/roving.ts';
import { errorCode } from '../error-text.ts';
import { t } from '../i18n.ts';
import { EntryRow } from './EntryRow.tsx';
import type { Entry, Group } from './entries.ts';
import type { Found } from './use-found.ts';

type PaletteProps = {
  typed: string;
  onType: (typed: string) => void;
  found: Found;
  onOpen: (entry: Entry) => void;
};

/** A field over a list of everything that can be opened or done. */
export function Palette({ typed, onType, found, onOpen }: PaletteProps) {
  const id = useId();
  const entries = found.groups.flatMap((group) => group.entries);
  const { active, setActive, onKeyDown } = useActive(entries, typed, onOpen);
  return (
    <search class="flex min-h-0 flex-1 flex-col">
      <div class="flex items-center gap-2 border-b border-line px-4 py-2.5">
        <Icon of={Search} class="text-faint" />
        <input
          class="min-w-0 flex-1 bg-transparent text-base outline-none placeholder:text-faint"
          role="combobox"
          aria-label={t('search.label')}
          aria-expanded="true"
          aria-controls={id}
          aria-autocomplete="list"
          aria-activedescendant={entries.length > 0 ? `${id}-${active}` : undefined}
          autocomplete="off"
          spellcheck={false}
          data-autofocus
          placeholder={t('search.placeholder')}
          value={typed}
          onInput={(event) => onType(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
        <Kbd keys="escape" />
      </div>
      <Note found={found} typed={typed} />
      {/* The list itself scrolls: it is the one that the field moves in. */}
      <div id={id} role="listbox" aria-label={t('search.results')} class="panel-body px-2 pb-2">
        <Groups {...{ id, groups: found.groups, entries, active, setActive, typed, onOpen }} />
      </div>
    </search>
  );
}

function useActive(entries: readonly Entry[], typed: string, onOpen: (entry: Entry) => void) {
  const [at, setAt] = useState({ index: 0, typed });
  // What was typed since leads to other entries, of which the first is meant.
  const active = at.typed === typed ? Math.min(at.index, Math.max(0, entries.length - 1)) : 0;
  const setActive = (index: number) => setAt({ index, typed });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing || event.keyCode === 229) return;
    const isMove = event.key === 'ArrowDown' || event.key === 'ArrowUp';
    const to = isMove ? nextIndex(event.key, active, entries.length) : undefined;
    const entry = entries[active];
    if (to !== undefined) setActive(to);
    else if (event.key === 'Enter' && entry) onOpen(entry);
    else return;
    event.preventDefault();
  };
  return { active, setActive, onKeyDown };
}

type GroupsProps = Pick<PaletteProps, 'typed' | 'onOpen'> & {
  id: string;
  groups: readonly Group[];
  entries: readonly Entry[];
  active: number;
  setActive: (index: number) => void;
};

function Groups({ id, groups, entries, active, setActive, typed, onOpen }: GroupsProps) {
  return (
    <>
      {groups.map(({ name, entries: own }) => (
        <Fragment key={name}>
          <div role="presentation" class="px-2 pt-2 pb-1 text-xs text-faint">
            {t(`search.${name}`)}
          </div>
          {own.map((entry) => {
            const index = entries.indexOf(entry);
            return (
              <EntryRow
                key={entry.key}
                id={`${id}-${index}`}
                entry={entry}
                query={typed.trim()}
                isActive={index === active}
                onOpen={() => onOpen(entry)}
                onHover={() => setActive(index)}
              />
            );
          })}
        </Fragment>
      ))}
    </>
  );
}

/** What a list cannot say: nothing found, no answer, and for a screen reader how much there is. */
function Note({ found, typed }: { found: Found; typed: string }) {
  if (found.error) {
    const isSilent = errorCode(found.error) === 'unreachable';
    return (
      <p class="flex items-start gap-2 px-4 pt-3 pb-1 text-muted" role="alert">
        <Icon of={CloudOff} class="mt-0.5" />
        {t(isSilent ? 'search.offline' : 'search.failed')}
      </p>
    );
  }
  if (found.isNothing) {
    return (
      <div role="status">
        <EmptyState title={t('search.nothing_title', { query: typed.trim() })}>
          {t('search.nothing_text')}
        </EmptyState>
      </div>
    );
  }
  const count = found.groups.reduce(
    (sum, { name, entries }) => sum + (name === 'commands' ? 0 : entries.length),
    0,
  );
  return (
    <p class="sr-only" role="status">
      {found.isSearching ? t('search.searching') : t('search.count', { count })}
    </p>
  );
}
