import type { Activity, EditActivity } from '../../../shared/activity.ts';
import { api, unwrap } from '../../api/client.ts';
import { queryClient } from '../../app/queries.ts';

export const readActivity = (id: string, init: RequestInit = {}): Promise<Activity> =>
  unwrap(api().api.v1.activities[':id'].$get({ param: { id } }, { init }));

/** Changes one's own part on top of exactly the version that `before` is; anything newer is refused with stale_version. */
export async function saveEdit(
  before: Pick<Activity, 'id' | 'version'>,
  change: EditActivity,
): Promise<Activity> {
  const saved = await unwrap(
    api().api.v1.activities[':id'].$patch(
      { param: { id: before.id }, json: change },
      { headers: { 'if-match': `"${before.version}"` } },
    ),
  );
  keep(saved);
  return saved;
}

/** The record at once; whatever lists it when it is next looked at. */
export function keep(activity: Activity): void {
  queryClient.setQueryData(['activity', activity.id], activity);
  void queryClient.invalidateQueries({ queryKey: ['feed', 'list'] });
  for (const key of ['context', 'search', 'opportunities', 'today']) {
    void queryClient.invalidateQueries({ queryKey: [key] });
  }
}
