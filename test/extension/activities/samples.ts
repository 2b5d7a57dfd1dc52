import { type CapturedItem, describe as describeItem } from '../../../extension/activities/captured-item.ts';
import type { Choices } from '../../../extension/activities/choices.ts';
import type { CapturedMail, CapturedPage } from '../../../shared/capture.ts';
import type { Context } from '../../../shared/context.ts';
import type { Opportunity } from '../../../shared/opportunity.ts';
import type { Me } from '../../../shared/session.ts';

export const idOf = (n: number): string => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`;
export const CAPTURED_AT = Date.parse('2026-11-20T02:00:00Z');

export const me: Me = {
  user: {
    id: 7,
    name: '李敏',
    email: 'min.li@northfield.example',
    teamId: 2,
    role: 'rep',
    scope: 'team',
    manages: [],
  },
  workspace: { id: '1', name: 'Northfield', timeZone: 'Asia/Shanghai', currency: 'CNY' },
  members: [
    { id: 7, name: '李敏', email: 'min.li@northfield.example', teamId: 2 },
    { id: 8, name: '周航', email: 'hang.zhou@northfield.example', teamId: 2 },
    { id: 9, name: 'Dana Whitfield', email: 'dana@northfield.example', teamId: 3 },
  ],
  teams: [
    { id: 2, name: '华东一组' },
    { id: 3, name: 'Team North' },
  ],
  pipelines: [],
};

export const WANG = { name: '王建国', email: 'WangJG@hengchuan.example' };
export const ME = { name: 'Li Min', email: 'Min.Li@Northfield.example' };
export const ZHOU = { email: 'hang.zhou@northfield.example' };

export const mailOf = (changes: Partial<CapturedMail> = {}): CapturedMail => ({
  kind: 'mail',
  adapter: 'roundcube',
  readFrom: 'source',
  pageKey: 'mbox=INBOX&uid=4',
  subject: '回复：二期产线扫码枪报价与交期',
  from: WANG,
  to: [ME],
  cc: [ZHOU],
  bcc: [],
  replyTo: [],
  date: Date.parse('2026-11-20T01:42:00Z'),
  messageId: '<a1@hengchuan.example>',
  references: ['<root@hengchuan.example>'],
  text: '李经理，报价收到。\n\n王建国',
  quoted: '> 您好',
  attachments: [{ name: '二期工位清单.xlsx', type: 'application/vnd.ms-excel', size: 49_152 }],
  ...changes,
});

export const pageOf = (changes: Partial<CapturedPage> = {}): CapturedPage => ({
  kind: 'page',
  adapter: 'page',
  pageKey: 'https://hengchuan.example/news',
  title: '衡川精密制造 二期投产',
  url: 'https://user:secret@hengchuan.example/news?id=4#top',
  text: '二期产线将于十二月投产。',
  ...changes,
});

export const describe = (item: CapturedMail | CapturedPage): Promise<CapturedItem> =>
  describeItem(item, { capturedAt: CAPTURED_AT, me });

export const choicesWith = (changes: Partial<Choices> = {}): Choices => ({
  type: 'email',
  direction: 'inbound',
  outcome: 'neutral',
  level: 'full',
  visibility: 'team',
  subject: mailOf().subject ?? '',
  summary: '',
  text: mailOf().text,
  isTextCut: false,
  dropped: [],
  ...changes,
});

export const contextWith = (changes: Partial<Context> = {}): Context => ({
  contacts: [],
  colleagues: [],
  accounts: [],
  isCertain: false,
  leads: [],
  opportunities: [],
  recent: [],
  tasks: [],
  ...changes,
});

export const HENGCHUAN = { id: idOf(1), name: '衡川精密制造' };
export const CHENGJIANG = { id: idOf(2), name: '澄江水务' };

export const matchOf = (account: { id: string; name: string }): Context['accounts'][number] => ({
  account: { ...account, ownerId: 7 },
  reason: 'domain',
  value: 'hengchuan.example',
});

export const opportunityOf = (n: number, account = HENGCHUAN): Opportunity => ({
  id: idOf(n),
  accountId: account.id,
  accountName: account.name,
  name: `商机 ${n}`,
  pipelineId: idOf(90),
  stageId: idOf(91),
  stageSince: CAPTURED_AT,
  status: 'open',
  amountMinor: 86_000_000,
  currency: 'CNY',
  ownerId: 7,
  visibility: 'org',
  version: 1,
  createdAt: CAPTURED_AT,
});
