import { useQuery } from '@tanstack/preact-query';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Activity } from '../../shared/activity.ts';
import type { Me } from '../../shared/session.ts';
import { ApiFailure } from '../api/failures.ts';
import { ErrorNotice } from '../app/ErrorNotice.tsx';
import { t } from '../app/i18n.ts';
import { useKeys } from '../app/keyboard.ts';
import { Screen } from '../app/Screen.tsx';
import { session } from '../app/session.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Loading } from '../ui/Loading.tsx';
import { whatWords } from './activity-words.ts';
import { personName } from './person-name.ts';
import { EditForm } from './record/EditForm.tsx';
import { MoveRecord } from './record/MoveRecord.tsx';
import { ownPart } from './record/own-part.ts';
import { RecordBody } from './record/RecordBody.tsx';
import { RecordFacts } from './record/RecordFacts.tsx';
import { RecordHead } from './record/RecordHead.tsx';
import { RecordNav } from './record/RecordNav.tsx';
import { RecordSkeleton } from './record/RecordSkeleton.tsx';
import { readActivity } from './record/save-edit.ts';

/** One activity, all that the reader may see of it. */
export function RecordScreen({ id }: { id: string }) {
  const me = session.value?.me;
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['activity', id],
    queryFn: ({ signal }) => readActivity(id, { signal }),
  });
  if (!me) return null;
  return (
    <Screen title={data && t('record.title', { name: personName(data.ownerId, me), type: whatWords(data) })}>
      <RecordNav id={id} />
      <Loading pending={isPending} label={t('record.loading')} shape={<RecordSkeleton />}>
        {() =>
          data ? <Record key={id} activity={data} me={me} /> : <NoRecord error={error} onRetry={refetch} />
        }
      </Loading>
    </Screen>
  );
}

function Record({ activity, me }: { activity: Activity; me: Me }) {
  const [mode, setMode] = useState<'read' | 'edit' | 'move'>('read');
  const part = ownPart(activity, me);
  useKeys(part && mode === 'read' ? { m: () => setMode('move') } : {});
  const article = useRef<HTMLElement>(null);
  const read = () => setMode('read');
  useLayoutEffect(() => {
    // Whatever was pressed to get here is gone; the menu that led to it is still there.
    if (mode === 'read' && document.activeElement === document.body) {
      article.current?.querySelector<HTMLElement>('[aria-haspopup=menu]')?.focus();
    }
  }, [mode]);
  const isEditing = part !== undefined && mode === 'edit';
  return (
    <article ref={article}>
      <RecordHead
        activity={activity}
        me={me}
        onEdit={part && (() => setMode('edit'))}
        onMove={part && (() => setMode('move'))}
      />
      {part && mode === 'move' && <MoveRecord activity={activity} me={me} onClose={read} />}
      {isEditing && <EditForm activity={activity} part={part} me={me} onClose={read} />}
      {!isEditing && (
        <>
          <RecordFacts activity={activity} me={me} part={part} />
          <RecordBody activity={activity} me={me} />
        </>
      )}
    </article>
  );
}

function NoRecord({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  if (error instanceof ApiFailure && error.code === 'not_found') {
    return <EmptyState title={t('record.gone_title')}>{t('record.gone_text')}</EmptyState>;
  }
  return <ErrorNotice error={error} onRetry={onRetry} />;
}
