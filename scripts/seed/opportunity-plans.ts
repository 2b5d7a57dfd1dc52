import type { KnownOpportunity } from './known-account.ts';
import type { Language } from './names.ts';
import { pickProduct } from './phrase.ts';
import type { Random } from './random.ts';

const NAMES: Record<Language, readonly string[]> = {
  zh: [
    ...[
      '二期在线水质监测',
      '{product} {qty} 台',
      '出厂水余氯监测改造',
      '化验室电极年度框架',
      '污水站数据上传',
    ],
    ...['管网浊度监测点 {qty} 个', '三号车间纯水监测', '备件和年度保养', '进水口多参数站', '中试线试用'],
    ...['老旧仪表替换 {qty} 台', '泵站水质远传'],
  ],
  en: [
    ...[
      'Line 2 turbidity monitoring',
      '{qty} {product}',
      'Outlet chlorine upgrade',
      'Annual pH probe contract',
    ],
    ...['Effluent data upload', 'Distribution network, {qty} sites', 'Clean water loop, hall 3'],
    ...[
      'Spares and yearly service',
      'Intake station',
      'Pilot line trial',
      'Replacement of {qty} ageing meters',
    ],
  ],
};

const NEXT_STEPS: Record<Language, readonly string[]> = {
  zh: [
    ...['发正式报价', '约技术交流会', '带样机现场比测', '跟进立项进度', '确认交期后发合同稿', '补齐投标资质'],
    ...['请示付款节点', '出安装图', '拜访副总'],
  ],
  en: [
    ...[
      'Send the formal quote',
      'Arrange the technical session',
      'Side-by-side on site',
      'Ask about approval',
    ],
    ...['Draft contract once the date is fixed', 'Complete the tender papers', 'Agree payment terms'],
    ...['Visit the plant manager'],
  ],
};

const STAGES = {
  project_sales: { prospect: 4, bidding: 3, negotiation: 2 },
  solution_sales: { development: 3, needs: 3, solution: 3, quote_negotiation: 2, signing_delivery: 1 },
} as const;

export function inventOpportunity(random: Random, language: Language): KnownOpportunity {
  const pipeline = random.weighted({ project_sales: 3, solution_sales: 2 });
  const slots = { product: pickProduct(random, language), qty: String(random.int(2, 36)) };
  const name = random
    .pick(NAMES[language])
    .replace(/\{(product|qty)\}/g, (_, slot) => (slot === 'qty' ? slots.qty : slots.product));
  return {
    name,
    pipeline,
    stage: random.weighted<string>(STAGES[pipeline]),
    ...(language === 'zh'
      ? { amount: random.int(5, 180) * 10_000, currency: 'CNY' }
      : { amount: random.int(8, 190) * 1000, currency: random.weighted({ USD: 7, EUR: 2, GBP: 1 }) }),
    closesInDays: random.int(10, 150),
    ...(random.chance(0.75) && {
      nextStep: { text: random.pick(NEXT_STEPS[language]), inDays: random.int(-6, 16) },
    }),
  };
}
