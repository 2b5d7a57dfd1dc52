import { queryClient } from '../app/queries.ts';
import { TODAY_KEY } from './use-today.ts';

let underWay = 0;
let isReadWanted = false;

/**
 * For whatever changes the day here and with the server. What is being read at that moment knows nothing of the change: it
 * is cut off and made up for, once, when the last of all changes has arrived.
 */
export async function changeDay<T>(change: () => Promise<T>): Promise<T> {
  underWay += 1;
  isReadWanted ||= queryClient.isFetching({ queryKey: TODAY_KEY }) > 0;
  await queryClient.cancelQueries({ queryKey: TODAY_KEY });
  try {
    return await change();
  } finally {
    underWay -= 1;
    if (underWay === 0 && isReadWanted) {
      isReadWanted = false;
      void queryClient.invalidateQueries({ queryKey: TODAY_KEY });
    }
  }
}

/** For a change of which only the server can tell what it makes of the day. */
export function wantReading(): void {
  isReadWanted = true;
}
