import { useState } from 'preact/hooks';
import { type Activity, PartyRole } from '../../../shared/activity.ts';
import type { Me } from '../../../shared/session.ts';
import { t } from '../../app/i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { PropRow } from '../../ui/PropRow.tsx';
import { shown } from '../../ui/shown.ts';
import { personName } from '../person-name.ts';

type Party = Activity['parties'][number];
const SHOWN = 6;

/** A row for each role that someone has. */
export function PeopleRows({ parties, me }: { parties: readonly Party[]; me: Me }) {
  return (
    <>
      {PartyRole.options.map((role) => {
        const people = parties.filter((party) => party.role === role);
        return people.length > 0 && <RoleRow key={role} role={role} people={people} me={me} />;
      })}
    </>
  );
}

function RoleRow({ role, people, me }: { role: Party['role']; people: readonly Party[]; me: Me }) {
  const [isWhole, setWhole] = useState(false);
  const listed = isWhole ? people : people.slice(0, SHOWN);
  const hidden = people.length - listed.length;
  return (
    <PropRow label={t(`enums.party_role.${role}`)} top>
      <p class="py-1.5 wrap-anywhere">
        {listed.map((party, i) => (
          <span key={i}>
            {i > 0 && t('record.list_mark')}
            <span title={party.email && shown(party.email)}>{nameOf(party, me)}</span>
          </span>
        ))}
        {hidden > 0 && (
          <Button kind="link" size="xs" class="ml-1.5" onClick={() => setWhole(true)}>
            {t('record.more_people', { count: hidden })}
          </Button>
        )}
      </p>
    </PropRow>
  );
}

const nameOf = ({ userId, name, email }: Party, me: Me): string =>
  userId !== undefined ? personName(userId, me) : shown(name ?? email ?? '');
