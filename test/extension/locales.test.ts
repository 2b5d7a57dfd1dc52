import { expect, test } from 'vitest';
import en from '../../extension/locales/en.json';
import zh from '../../extension/locales/zh-CN.json';
import * as access from '../../shared/access.ts';
import * as activity from '../../shared/activity.ts';
import { ERROR_STATUS } from '../../shared/api-error.ts';
import { ContactRole } from '../../shared/contact.ts';
import { MatchReason } from '../../shared/context.ts';
import { LeadStatus } from '../../shared/lead.ts';
import { OpportunityStatus } from '../../shared/opportunity.ts';
import { SEED_PIPELINES } from '../../shared/pipeline.ts';
import { SearchKind } from '../../shared/search.ts';
import { TaskKind } from '../../shared/task.ts';

type Tree = { [key: string]: string | Tree };
const leaves = (tree: Tree, path = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[path + key, value] as [string, string]] : leaves(value, `${path}${key}.`),
  );
const stem = (key: string) => key.replace(/_(?:one|other)$/, '');
const stems = (tree: Tree) => [...new Set(leaves(tree).map(([key]) => stem(key)))].sort();
const all = { en: leaves(en), zh: leaves(zh) };
const both = [...all.en, ...all.zh];

test('both languages say the same things', () => {
  expect(stems(zh)).toEqual(stems(en));
});

test('every sentence says something, without loose spaces', () => {
  const isMark = (text: string) => /^\P{L}+$/u.test(text);
  expect(both.filter(([, text]) => text === '' || (text.trim() !== text && !isMark(text)))).toEqual([]);
});

test('a counted sentence has every form its language needs', () => {
  const lacking = (tree: [string, string][], locale: string) => {
    const keys = new Set(tree.map(([key]) => key));
    const forms = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
    const counted = [...keys].filter((key) => /_(?:one|other)$/.test(key)).map(stem);
    return counted.filter((key) => forms.some((form) => !keys.has(`${key}_${form}`)));
  };
  expect([lacking(all.en, 'en'), lacking(all.zh, 'zh-CN')]).toEqual([[], []]);
});

test('both languages fill the same placeholders', () => {
  const holes = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();
  const chinese = new Map(all.zh.map(([key, text]) => [stem(key), holes(text)]));
  const others = all.en.filter(([key]) => !key.endsWith('_one'));
  for (const [key, text] of others) expect([key, holes(text)]).toEqual([key, chinese.get(stem(key))]);
});

test('nothing shouts, begs or congratulates itself', () => {
  const loud = both.filter(([, text]) =>
    /[!！]|\bplease\b|\bsuccessful|操作成功|\bOK\b|\bSubmit\b|您/i.test(text),
  );
  expect(loud).toEqual([]);
});

test('no typed space stands beside Chinese, except at a clock time or between date and weekday', () => {
  const withoutTimes = (text: string) =>
    text.replace(/ ?(?:\{\{(?:when|time|at|weekday)\}\}|\d\d:\d\d) ?/g, '');
  const spaced = all.zh.filter(([, text]) =>
    /[\p{Script=Han}，。：；、”] | [\p{Script=Han}“]/u.test(withoutTimes(text)),
  );
  expect(spaced).toEqual([]);
});

const labels: [string, Tree, readonly string[]][] = [
  ['activity_type', en.enums.activity_type, activity.ActivityType.options],
  ['direction', en.enums.direction, activity.Direction.options],
  ['outcome', en.enums.outcome, activity.Outcome.options],
  ['level', en.enums.level, access.Level.options],
  ['visibility', en.enums.visibility, access.Visibility.options],
  ['role', en.enums.role, access.Role.options],
  ['scope', en.enums.scope, access.Scope.options],
  ['party_role', en.enums.party_role, activity.PartyRole.options],
  ['expense_kind', en.enums.expense_kind, activity.ExpenseKind.options],
  ['task_kind', en.enums.task_kind, TaskKind.options],
  ['lead_status', en.enums.lead_status, LeadStatus.options],
  ['contact_role', en.enums.contact_role, ContactRole.options],
  ['match_reason', en.enums.match_reason, MatchReason.options],
  ['opportunity_status', en.enums.opportunity_status, OpportunityStatus.options],
  ['search_kind', en.enums.search_kind, SearchKind.options],
  ['pipeline', en.enums.pipeline, SEED_PIPELINES.map(({ code }) => code)],
  ['stage', en.enums.stage, SEED_PIPELINES.flatMap(({ stages }) => stages.map(({ code }) => code))],
];
test.each(labels)('every %s has a label', (_name, tree, codes) => {
  expect(Object.keys(tree).sort()).toEqual([...codes].sort());
});

test('every code that the server answers with has its sentence', () => {
  expect(Object.keys(en.error)).toEqual(expect.arrayContaining(Object.keys(ERROR_STATUS)));
});
