import { useQuery } from '@tanstack/preact-query';
import type { Activity } from '../../shared/activity.ts';
import type { Me } from '../../shared/session.ts';
import { api, unwrap } from '../api/client.ts';
import { ApiFailure } from '../api/failures.ts';
import { ErrorNotice } from '../app/ErrorNotice.tsx';
import { t } from '../app/i18n.ts';
import { Screen } from '../app/Screen.tsx';
import { session } from '../app/session.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Loading } from '../ui/Loading.tsx';
import { whatWords } from './activity-words.ts';
import { personName } from './person-name.ts';
import { RecordBody } from './record/RecordBody.tsx';
import { RecordFacts } from './record/RecordFacts.tsx';
import { RecordHead } from './record/RecordHead.tsx';
import { RecordNav } from './record/RecordNav.tsx';
import { RecordSkeleton } from './record/RecordSkeleton.tsx';

/** One activity, all that the reader may see of it. */
export function RecordScreen({ id }: { id: string }) {
  const me = session.value?.me;
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['activity', id],
    queryFn: ({ signal }) =>
      unwrap(api().api.v1.activities[':id'].$get({ param: { id } }, { init: { signal } })),
  });
  if (!me) return null;
  return (
    <Screen title={data && t('record.title', { name: personName(data.ownerId, me), type: whatWords(data) })}>
      <RecordNav id={id} />
      <Loading pending={isPending} label={t('record.loading')} shape={<RecordSkeleton />}>
        {() => (data ? <Record activity={data} me={me} /> : <NoRecord error={error} onRetry={refetch} />)}
      </Loading>
    </Screen>
  );
}

function Record({ activity, me }: { activity: Activity; me: Me }) {
  return (
    <article>
      <RecordHead activity={activity} me={me} />
      <RecordFacts activity={activity} me={me} />
      <RecordBody activity={activity} me={me} />
    </article>
  );
}

function NoRecord({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  if (error instanceof ApiFailure && error.code === 'not_found') {
    return <EmptyState title={t('record.gone_title')}>{t('record.gone_text')}</EmptyState>;
  }
  return <ErrorNotice error={error} onRetry={onRetry} />;
}
