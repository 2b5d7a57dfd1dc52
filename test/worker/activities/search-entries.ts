import { eq } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import type { ActivityRow, ContributionRow } from '../../../worker/activities/logged.ts';
import { searchEntry } from '../../../worker/activities/reader-index.ts';
import * as schema from '../../../worker/db/shard/schema.ts';
import { testEnv } from '../setup/databases.ts';

const shard = drizzle(testEnv.SHARD_0);
const VOCABULARY = `CREATE VIRTUAL TABLE IF NOT EXISTS temp_words USING fts5vocab ('activity_fts', 'instance')`;

type Stored = { activities: readonly ActivityRow[]; contributions: readonly ContributionRow[] };

/** Search entries whose words or readers are not those that the stored parts give; a missing one is not looked for. */
export async function searchFaults(wsId: number, { activities, contributions }: Stored): Promise<string[]> {
  const bodies = await shard.select().from(schema.activityBody).where(eq(schema.activityBody.wsId, wsId));
  const textOf = new Map(bodies.map(({ seq, text }) => [seq, text]));
  const termsOf = await storedTerms();
  return activities.flatMap((row) => {
    const { subject, summary, messageId, attachments, textCut } = row;
    const text = textOf.get(row.seq) ?? null;
    const content = { subject, summary, messageId, attachments, textCut, text, parties: [] };
    const own = contributions.filter(({ activityId }) => activityId === row.id);
    const { scope, t } = searchEntry({ workspace: { wsId } }, { ...row, contributions: own }, content);
    const wanted = [...termsIn('scope', scope), ...termsIn('t', t)].toSorted().join(' ');
    const stored = [...(termsOf.get(row.seq) ?? [])].toSorted().join(' ');
    return wanted === stored || stored === ''
      ? []
      : [`activity ${row.id} is found by ${stored} instead of ${wanted}`];
  });
}

const termsIn = (column: string, text: string) =>
  new Set(text.split(' ').flatMap((term) => (term ? [`${column}:${term}`] : [])));

/** A contentless index cannot be read, but its vocabulary tells in which entry each word stands. */
async function storedTerms(): Promise<Map<number, Set<string>>> {
  await testEnv.SHARD_0.prepare(VOCABULARY).run();
  const { results } = await testEnv.SHARD_0.prepare('SELECT doc, col, term FROM temp_words').all<{
    doc: number;
    col: string;
    term: string;
  }>();
  const terms = new Map<number, Set<string>>();
  for (const { doc, col, term } of results)
    terms.set(doc, (terms.get(doc) ?? new Set()).add(`${col}:${term}`));
  return terms;
}
