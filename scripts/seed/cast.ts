import type { Role, Scope } from '../../shared/access.ts';
import type { Language } from './names.ts';

export type Person = {
  name: string;
  email: string;
  role: Role;
  scope: Scope;
  /** Index into TEAMS. */
  team: number;
  /** Indexes into TEAMS, descendants included. */
  manages: readonly number[];
  languages: readonly Language[];
};

/** One tree: both teams stand under the root. */
export const TEAMS = [
  { name: 'Sales 销售部', parent: undefined },
  { name: 'Key accounts 大客户组', parent: 0 },
  { name: 'Regions 区域组', parent: 0 },
] as const;

const at = (mailbox: string): string => `${mailbox}@example.test`;
const rep = (team: number, languages: readonly Language[]) =>
  ({ role: 'rep', scope: 'team', team, manages: [], languages }) as const;

/** The people of the sample workspace; rep@ and manager@ own the mailboxes of the webmail that it is tried with. */
export const LARKFIELD_PEOPLE: readonly Person[] = [
  {
    name: 'Liu Jie 刘洁',
    email: at('admin'),
    role: 'admin',
    scope: 'all',
    team: 0,
    manages: [],
    languages: ['zh', 'en'],
  },
  {
    name: 'Wei Zhang 张伟',
    email: at('manager'),
    role: 'manager',
    scope: 'team',
    team: 0,
    manages: [0, 1, 2],
    languages: ['zh', 'en'],
  },
  {
    name: 'Lin Yue 林悦',
    email: at('lin.yue'),
    role: 'manager',
    scope: 'team',
    team: 2,
    manages: [2],
    languages: ['zh', 'en'],
  },
  { name: 'Dana Whitfield', email: at('rep'), ...rep(1, ['en', 'zh']) },
  { name: 'Tomás Rivera', email: at('tomas.rivera'), ...rep(1, ['en']) },
  { name: '周航', email: at('zhou.hang'), ...rep(1, ['zh']) },
  { name: '陈立', email: at('chen.li'), ...rep(1, ['zh']) },
  { name: '孙浩', email: at('sun.hao'), ...rep(2, ['zh']) },
  { name: '李敏', email: at('li.min'), ...rep(2, ['zh']) },
  { name: 'Jonas Keller', email: at('jonas.keller'), ...rep(2, ['en']) },
  { name: 'Aisha Rahman', email: at('aisha.rahman'), ...rep(2, ['en']) },
];
