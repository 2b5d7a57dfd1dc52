import { ActivityType } from '../../../shared/activity.ts';
import type { Me } from '../../../shared/session.ts';
import { ACTIVITY_ICON } from '../../app/ActivityIcon.tsx';
import { t } from '../../app/i18n.ts';
import { MenuAnchor } from '../../ui/MenuButton.tsx';
import type { Option } from '../../ui/options.tsx';
import { Mono } from '../../ui/Person.tsx';
import { personName } from '../person-name.ts';
import { AccountFilter } from './AccountFilter.tsx';
import { DayFilter } from './DayFilter.tsx';
import { FilterChip } from './FilterChip.tsx';
import { setFilter } from './feed-filter.ts';
import type { FeedFilter, FilterKey } from './filter.ts';
import { filterTexts } from './filter-texts.ts';

/** A chip for each filter: opens its choices, and once one is chosen takes it away. */
export function FilterBar({ filter, me }: { filter: FeedFilter; me: Me }) {
  const texts = filterTexts(filter, me);
  return (
    <fieldset
      id="feed-filters"
      aria-label={t('feed.filters')}
      class="flex min-w-0 flex-wrap items-center gap-1.5 border-b border-line px-4 py-2"
    >
      <MenuFilter
        name="person"
        text={texts.person}
        options={peopleOptions(me)}
        onSelect={(person) => setFilter({ person })}
      />
      <MenuFilter
        name="type"
        text={texts.type}
        options={typeOptions()}
        onSelect={(type) => setFilter({ type })}
      />
      <AccountFilter text={texts.account} />
      {texts.opportunity && <FilterChip name="opportunity" text={texts.opportunity} />}
      <DayFilter text={texts.day} />
    </fieldset>
  );
}

/** The reader first, then the own team, then everyone else. */
function peopleOptions(me: Me): Option<number>[] {
  const nearness = ({ id, teamId }: Me['members'][number]) => {
    if (id === me.user.id) return 0;
    return teamId !== undefined && teamId === me.user.teamId ? 1 : 2;
  };
  return me.members
    .toSorted((a, b) => nearness(a) - nearness(b) || a.name.localeCompare(b.name))
    .map(({ id, name, teamId }) => ({
      value: id,
      label: personName(id, me),
      mark: <Mono name={name} me={id === me.user.id} />,
      hint: me.teams.find((team) => team.id === teamId)?.name,
    }));
}

const typeOptions = (): Option<ActivityType>[] =>
  ActivityType.options.map((type) => ({
    value: type,
    label: t(`enums.activity_type.${type}`),
    icon: ACTIVITY_ICON[type],
  }));

function MenuFilter<T>(props: {
  name: FilterKey;
  text: string | undefined;
  options: readonly Option<T>[];
  onSelect: (value: T) => void;
}) {
  const { name, text, options, onSelect } = props;
  return (
    <MenuAnchor label={t(`feed.${name}`)} options={options} onSelect={onSelect}>
      {({ ref, isOpen, toggle }) => (
        <FilterChip name={name} text={text} chipRef={ref} isOpen={isOpen} onOpen={toggle} />
      )}
    </MenuAnchor>
  );
}
