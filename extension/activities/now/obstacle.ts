import type { CaptureState } from '../../app/captured.ts';

export type Obstacle = {
  code:
    | 'list'
    | 'composing'
    | 'frame_blocked'
    | 'cannot_tell'
    | 'no_grant'
    | 'restricted_page'
    | 'timeout'
    | 'error';
  /** Origin that could be allowed for good, and is not yet. */
  site?: string;
  /** Which adapter failed. */
  detail?: string;
  /** How many messages are ticked in the list. */
  selected?: number;
};

/** Why no item is shown. */
export function obstacleOf(state: CaptureState): Obstacle {
  if (state.state === 'failed') return { code: state.reason, ...webOrigin(state.url) };
  if (state.state !== 'done' || state.result.status === 'item') return { code: 'cannot_tell' };
  const { result } = state;
  if (result.status === 'selection') return { code: 'list' };
  if (result.status === 'error') return { code: 'error', detail: result.adapter ?? 'page' };
  if (result.reason === 'frame_blocked') return { code: 'frame_blocked', ...webOrigin(result.origin) };
  const code = result.reason === 'not_for_this_frame' ? 'cannot_tell' : result.reason;
  return {
    code,
    ...(result.selected && { selected: result.selected }),
    ...(!state.hasSitePermission && webOrigin(state.url)),
  };
}

function webOrigin(url: string | undefined): { site?: string } {
  const parsed = URL.parse(url ?? '');
  return parsed && /^https?:$/.test(parsed.protocol) ? { site: parsed.origin } : {};
}
