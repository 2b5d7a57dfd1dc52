import { uuidv7 } from 'uuidv7';
import type { Activity, EditActivity, FeedItem, NewActivity } from '../../../shared/activity.ts';
import type { Page } from '../../../shared/page.ts';
import type { Receipt } from '../../../shared/receipt.ts';
import { bodyOf, meOf, type Person } from '../setup/tenants.ts';

let keys = 0;
export const newMessageKey = (): string => `m:${(++keys).toString(16).padStart(64, '0')}`;

/** A mail as the panel would log it. */
export const mail = (extra: Partial<NewActivity> = {}): NewActivity => ({
  id: uuidv7(),
  type: 'email',
  direction: 'inbound',
  occurredAt: Date.now() - 60_000,
  level: 'full',
  visibility: 'team',
  ...(!extra.level || extra.level === 'full' ? { text: 'The pump arrives on Monday.' } : {}),
  ...(extra.level === 'fact' ? {} : { subject: 'Pump' }),
  ...extra,
});

export const post = ({ client }: Pick<Person, 'client'>, json: NewActivity) =>
  client.api.v1.activities.$post({ json });

export const log = (person: Person, extra: Partial<NewActivity> = {}): Promise<Receipt> =>
  bodyOf<Receipt>(post(person, mail(extra)));

export const undo = ({ client }: Person, target: string, id = uuidv7()): Promise<Receipt> =>
  bodyOf<Receipt>(client.api.v1.undos.$post({ json: { id, target } }));

type FeedFilter = Partial<
  Record<'person' | 'type' | 'accountId' | 'opportunityId' | 'from' | 'to' | 'limit' | 'cursor', string>
>;

export const feedOf = ({ client }: Person, query: FeedFilter = {}): Promise<Page<FeedItem>> =>
  bodyOf<Page<FeedItem>>(client.api.v1.activities.$get({ query: query as never }));

export const open = ({ client }: Person, id: string): Promise<Activity> =>
  bodyOf<Activity>(client.api.v1.activities[':id'].$get({ param: { id } }));

export const opened = ({ client }: Person, id: string) =>
  client.api.v1.activities[':id'].$get({ param: { id } });

export const patch = ({ client }: Pick<Person, 'client'>, id: string, version: number, json: EditActivity) =>
  client.api.v1.activities[':id'].$patch(
    { param: { id }, json },
    { headers: { 'if-match': `"${version}"` } },
  );

/** Changes one's own part on top of what stands there now. */
export async function edit(person: Person, id: string, json: EditActivity): Promise<Activity> {
  const { version } = await open(person, id);
  return bodyOf<Activity>(patch(person, id, version, json));
}

/** Ids of the activities that somebody finds by words. */
export async function found({ client }: Person, q: string): Promise<string[]> {
  const { activities } = await bodyOf(client.api.v1.search.$get({ query: { q } as never }));
  return activities.map(({ id }) => id);
}

type Visibility = 'private' | 'team' | 'org';

export async function newAccount(
  { client }: Person,
  extra: { visibility?: Visibility; domains?: string[]; name?: string } = {},
) {
  const id = uuidv7();
  await bodyOf(client.api.v1.accounts.$post({ json: { id, name: 'Hengchuan', ...extra } }));
  return id;
}

export async function newContact(
  { client }: Person,
  extra: { accountId?: string; emails?: string[]; visibility?: Visibility; name?: string } = {},
) {
  const id = uuidv7();
  await bodyOf(client.api.v1.contacts.$post({ json: { id, name: 'Li Wei', ...extra } }));
  return id;
}

export async function newOpportunity(
  person: Person,
  accountId: string,
  extra: { visibility?: Visibility; name?: string; nextStep?: string; nextStepOn?: string } = {},
) {
  const id = uuidv7();
  const [pipeline] = (await meOf(person)).pipelines;
  if (!pipeline) throw new Error('no pipeline');
  const json = { id, accountId, name: 'Line 3', pipelineId: pipeline.id, ...extra };
  await bodyOf(person.client.api.v1.opportunities.$post({ json }));
  return id;
}

export async function opportunityOf({ client }: Person, id: string) {
  return bodyOf(client.api.v1.opportunities[':id'].$get({ param: { id } }));
}
