import type { Level, Visibility } from '../../shared/access.ts';
import type { Me } from '../../shared/session.ts';
import { t } from '../app/i18n.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Eye, Lock } from '../ui/icons.ts';
import { MenuAnchor } from '../ui/MenuButton.tsx';
import { type Audience, audienceFor, visibilitiesFor } from './audience.ts';

type WhoCanReadProps = {
  me: Me;
  level: Level;
  visibility: Visibility;
  onChange: (visibility: Visibility) => void;
};

/** Who will read how much of it; follows the level at once. */
export function WhoCanRead({ me, level, visibility, onChange }: WhoCanReadProps) {
  return (
    <p class="flex items-center gap-1.5 text-xs text-muted">
      <Icon of={visibility === 'private' ? Lock : Eye} small />
      <span class="min-w-0" role="status">
        {t(`now.read_by.${level}`, { who: audienceWords(audienceFor(visibility, me)) })}
      </span>
      <MenuAnchor
        label={t('now.who_can_read')}
        options={visibilitiesFor(me).map((value) => ({
          value,
          label: t(`enums.visibility.${value}`),
          hint: audienceWords(audienceFor(value, me)),
        }))}
        value={visibility}
        onSelect={onChange}
      >
        {({ ref, isOpen, toggle }) => (
          <Button
            kind="link"
            size="xs"
            class="ml-auto shrink-0"
            buttonRef={ref}
            aria-label={t('now.who_can_read')}
            aria-haspopup="listbox"
            aria-expanded={isOpen}
            onClick={toggle}
          >
            {t('now.change')}
          </Button>
        )}
      </MenuAnchor>
    </p>
  );
}

export function audienceWords(audience: Audience): string {
  switch (audience.visibility) {
    case 'private':
      return t('now.audience.private');
    case 'team':
      return t('now.audience.team', { team: audience.team, count: audience.members });
    case 'org':
      return t('now.audience.org', { workspace: audience.workspace, count: audience.members });
  }
}
