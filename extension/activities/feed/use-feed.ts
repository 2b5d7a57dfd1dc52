import {
  type InfiniteData,
  type QueryClient,
  useInfiniteQuery,
  useQuery,
  useQueryClient,
} from '@tanstack/preact-query';
import { useEffect } from 'preact/hooks';
import type { FeedItem } from '../../../shared/activity.ts';
import { here } from '../../app/place.ts';
import { outbox } from '../../outbox/outbox.ts';
import { feedFilter } from './feed-filter.ts';
import { type FeedFilter, type FeedParams, paramsOf } from './filter.ts';
import { readOn } from './read-on.ts';
import { readPage } from './read-page.ts';
import { admit, type FeedPage, freshIn, reconcile, rowsOf } from './timeline.ts';

const HEAD_FRESH_MS = 10_000;
const LOOK_AGAIN_MS = 60_000;
const RETRY_MS = 15_000;

type Loaded = InfiniteData<FeedPage, string | undefined>;
const listKey = (params: FeedParams) => ['feed', 'list', params];
const headKey = (params: FeedParams) => ['feed', 'head', params];

/** The newest page of the whole feed, known before anybody opens it. */
export function useFeedHead(): FeedPage | undefined {
  return useQuery(headOptions(useQueryClient(), {})).data;
}

export type Feed = {
  filter: FeedFilter;
  rows: FeedItem[];
  /** How far a search has looked, where it found nothing more so far. */
  stalledAt: string | undefined;
  hasMore: boolean;
  isLoading: boolean;
  isLoadingMore: boolean;
  error: unknown;
  moreError: unknown;
  loadMore: () => void;
  /** Rows that are new on the server and not on screen. */
  fresh: FeedItem[];
  showFresh: () => void;
  retry: () => void;
};

/** The feed under the current filter, the same pages for the list and for the record opened from it. */
export function useFeed(): Feed {
  const filter = feedFilter.value;
  const params = paramsOf(filter, here().today);
  const client = useQueryClient();
  const list = useList(client, params);
  const head = useHead(client, params, list.isSuccess);
  const pages = list.data?.pages ?? [];
  const { fresh, hasGap } = head && list.data ? freshIn(pages, head) : { fresh: [], hasGap: false };
  const show = (rows: FeedItem[]) => setPages(client, params, (shown) => admit(shown, rows));
  useOwnDeliveries(client, fresh, hasGap ? undefined : show);
  const last = pages.at(-1);
  return {
    filter,
    rows: rowsOf(pages),
    stalledAt: last?.items.length === 0 ? last.nextCursor : undefined,
    hasMore: list.hasNextPage,
    isLoading: list.isPending,
    isLoadingMore: list.isFetchingNextPage,
    error: list.data ? undefined : list.error,
    moreError: list.isFetchNextPageError ? list.error : undefined,
    loadMore: () => void list.fetchNextPage({ cancelRefetch: false }),
    fresh,
    showFresh: () => (hasGap && head ? setPages(client, params, () => [head]) : show(fresh)),
    retry: () => void list.refetch(),
  };
}

function useList(client: QueryClient, params: FeedParams) {
  return useInfiniteQuery({
    queryKey: listKey(params),
    initialPageParam: undefined as string | undefined,
    // What the tab counts is known already: the list stands at once, and what is new since is offered.
    initialData: () => {
      const head = client.getQueryData<FeedPage>(headKey(params));
      return head && { pages: [head], pageParams: [undefined] };
    },
    queryFn: async ({ pageParam }) => {
      const page = await readOn((cursor) => readPage(params, cursor), pageParam);
      if (pageParam === undefined) client.setQueryData(headKey(params), page);
      return page;
    },
    getNextPageParam: ({ nextCursor }) => nextCursor,
    // Reading the pages anew would move what one is looking at. What is new comes through the head.
    staleTime: Number.POSITIVE_INFINITY,
    refetchInterval: ({ state }) => (state.status === 'error' && !state.data ? RETRY_MS : false),
  });
}

/** The first page as it is by now. What it says of rows on screen holds at once; new rows wait to be asked for. */
function useHead(client: QueryClient, params: FeedParams, isListed: boolean): FeedPage | undefined {
  const { data, isStale, refetch } = useQuery({ ...headOptions(client, params), enabled: isListed });
  useEffect(() => {
    const look = () => {
      if (isListed && isStale) void refetch();
    };
    addEventListener('focus', look);
    return () => removeEventListener('focus', look);
  }, [isListed, isStale, refetch]);
  return data;
}

const headOptions = (client: QueryClient, params: FeedParams) => ({
  queryKey: headKey(params),
  queryFn: async () => {
    const head = await readPage(params);
    setPages(client, params, (pages) => reconcile(pages, head).pages);
    return head;
  },
  staleTime: HEAD_FRESH_MS,
  refetchInterval: LOOK_AGAIN_MS,
});

function setPages(client: QueryClient, params: FeedParams, change: (pages: FeedPage[]) => FeedPage[]): void {
  client.setQueryData<Loaded>(listKey(params), (loaded) => {
    if (!loaded) return loaded;
    const pages = change(loaded.pages);
    return { pages, pageParams: loaded.pageParams.slice(0, pages.length) };
  });
}

/** One's own log takes its place without being asked for; a withdrawn one goes. */
function useOwnDeliveries(
  client: QueryClient,
  fresh: readonly FeedItem[],
  show: ((rows: FeedItem[]) => void) | undefined,
): void {
  const { delivered } = outbox.value;
  const newest = delivered[0];
  useEffect(() => {
    if (!newest?.deliveredAt || Date.now() - newest.deliveredAt > LOOK_AGAIN_MS) return;
    void client.invalidateQueries({ queryKey: ['feed', newest.kind === 'undo' ? 'list' : 'head'] });
  }, [client, newest?.id, newest?.kind, newest?.deliveredAt]);
  const own = fresh.filter(({ id }) => delivered.some(({ recordId }) => recordId === id));
  const ownIds = own.map(({ id }) => id).join();
  useEffect(() => {
    if (own.length > 0) show?.(own);
  }, [ownIds]);
}
