import type { Activity } from '../../../shared/activity.ts';
import type { Me } from '../../../shared/session.ts';
import { formatInstant, formatList, money, moneyInFull, relativeDay } from '../../app/format.ts';
import { t } from '../../app/i18n.ts';
import { here } from '../../app/place.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Mono } from '../../ui/Person.tsx';
import { PropRow } from '../../ui/PropRow.tsx';
import { shown } from '../../ui/shown.ts';
import { taskIcon } from '../feed/ActivityMarks.tsx';
import { openAccountFeed, openOpportunityFeed } from '../open-feed.ts';
import { personName } from '../person-name.ts';
import { audienceLines } from './audience-words.ts';
import { OwnPlace, OwnRows } from './OwnRows.tsx';
import type { OwnPart } from './own-part.ts';
import { PeopleRows } from './PeopleRows.tsx';

type Props = { activity: Activity; me: Me };
/** `part`: one's own, where one may change it. */
type FactsProps = Props & { part?: OwnPart | undefined };

/** What is known besides the text; what is not known is not there. */
export function RecordFacts({ activity, me, part }: FactsProps) {
  const { outcome, expense, nextStep, own, contributions } = activity;
  const alone = own === undefined && contributions.length === 1 ? part : undefined;
  const place = here();
  return (
    <section class="px-4 pb-3">
      <dl>
        <WhereRows activity={activity} />
        <PeopleRows parties={activity.parties} me={me} />
        {!alone && outcome && <PropRow label={t('record.outcome')}>{t(`enums.outcome.${outcome}`)}</PropRow>}
        {expense && (
          <PropRow label={t('record.expense')}>
            <span class="num">
              {t(`enums.expense_kind.${expense.kind}`)}{' '}
              {moneyInFull(expense.amountMinor, expense.currency, place)}
            </span>
          </PropRow>
        )}
        {nextStep && (
          <PropRow label={t('record.next_step')}>
            <Icon of={taskIcon(nextStep.kind)} small class="text-muted" />
            <span class="wrap-anywhere">{shown(nextStep.text)}</span>
            <span class="num text-muted">{relativeDay(nextStep.dueOn, place)}</span>
          </PropRow>
        )}
        {part && own && <OwnPlace activity={activity} me={me} />}
        {alone ? (
          <OwnRows activity={activity} me={me} part={alone} />
        ) : (
          <AudienceRow activity={activity} me={me} />
        )}
        <CreditRow activity={activity} me={me} />
      </dl>
    </section>
  );
}

function WhereRows({ activity: { account, lead, opportunity } }: Pick<Props, 'activity'>) {
  const place = here();
  return (
    <>
      {account && (
        <PropRow label={t('record.account')}>
          <button type="button" class="prop-value cursor-pointer" onClick={() => openAccountFeed(account)}>
            <Mono name={account.name} kind="organisation" />
            <span class="truncate">{shown(account.name)}</span>
          </button>
        </PropRow>
      )}
      {lead && <PropRow label={t('record.lead')}>{shown(lead.name)}</PropRow>}
      {opportunity && (
        <PropRow label={t('record.opportunity')}>
          <button
            type="button"
            class="prop-value cursor-pointer"
            onClick={() => openOpportunityFeed(opportunity)}
          >
            <span class="truncate">{shown(opportunity.name)}</span>
            <span
              class="num text-muted"
              title={moneyInFull(opportunity.amountMinor, opportunity.currency, place)}
            >
              {money(opportunity.amountMinor, opportunity.currency, place)}
            </span>
          </button>
        </PropRow>
      )}
    </>
  );
}

function AudienceRow({ activity, me }: Props) {
  return (
    <PropRow label={t('record.who_sees')} top>
      <ul class="grid py-1.5 text-muted">
        {audienceLines(activity.contributions, me).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </PropRow>
  );
}

/** Who else has the credit; with one person the head says it. */
function CreditRow({ activity: { contributions }, me }: Props) {
  const place = here();
  if (contributions.length < 2) return null;
  const names = contributions
    .toSorted((a, b) => a.loggedAt - b.loggedAt)
    .map(({ userId }) => personName(userId, me));
  const times = contributions.map(
    ({ userId, loggedAt }) => `${personName(userId, me)} ${formatInstant(loggedAt, place)}`,
  );
  return (
    <PropRow label={t('record.credit')}>
      <span title={formatList(times, place)}>{formatList(names, place)}</span>
    </PropRow>
  );
}
