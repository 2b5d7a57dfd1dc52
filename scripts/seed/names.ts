import type { Random } from './random.ts';

export type Language = 'zh' | 'en';

const SURNAMES_ZH = '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余';
const GIVEN_ZH = [
  ...['建国', '志强', '海燕', '晓东', '丽华', '俊杰', '文静', '国栋', '雪梅', '立新', '思远', '佳怡', '明哲'],
  ...[
    '春兰',
    '学军',
    '婷',
    '磊',
    '静',
    '鹏',
    '颖',
    '勇',
    '慧',
    '涛',
    '雯',
    '峰',
    '倩',
    '伟民',
    '若溪',
    '子涵',
  ],
  ...['宏伟', '玉珍', '振华', '艳', '浩然', '晨', '永强', '诗雨', '光明', '秀英', '启航', '敏', '凯'],
];
const FIRST_EN = [
  ...[
    'Hannah',
    'Marco',
    'Siobhan',
    'Oliver',
    'Nadia',
    'Peter',
    'Isabel',
    'Rajesh',
    'Claire',
    'Tobias',
    'Fatima',
  ],
  ...['Luca', 'Emily', 'Henrik', 'Sofia', 'Daniel', 'Leila', 'Gareth', 'Anika', 'Samuel', 'Renee', 'Viktor'],
  ...['Grace', 'Mateo', 'Freya', 'Ibrahim', 'Julia', 'Owen', 'Kavita', 'Stefan', 'Maya', 'Pierre', 'Ruth'],
];
const LAST_EN = [
  ...['Bergmann', 'Castellanos', 'Doyle', 'Ekström', 'Fischer', 'Gallagher', 'Hendricks', 'Iyer', 'Jansen'],
  ...[
    'Kowalski',
    'Lindqvist',
    'Mbeki',
    'Novak',
    'Osborne',
    'Pereira',
    'Quinn',
    'Rossi',
    'Schofield',
    'Tanaka',
  ],
  ...['Ueland', 'Vasquez', 'Whitaker', 'Yilmaz', 'Zielinski', 'Abbott', 'Bouchard', 'Chatterjee', 'Dubois'],
];

const TITLES = {
  zh: [
    ...[
      '采购经理',
      '设备科科长',
      '水厂厂长',
      '技术总监',
      '化验室主任',
      '仪表工程师',
      '项目经理',
      '副总工程师',
    ],
    ...['采购专员', '运行主管', '质量经理', '信息中心主任'],
  ],
  en: [
    ...['Procurement Lead', 'Plant Manager', 'Head of Instrumentation', 'Process Engineer', 'Lab Manager'],
    ...['Director of Operations', 'Maintenance Supervisor', 'Quality Manager', 'Project Engineer', 'Buyer'],
  ],
} as const;

const PLACES = {
  zh: [
    ...[
      '江州',
      '临港',
      '清河',
      '东湖',
      '海陵',
      '平川',
      '云溪',
      '南岭',
      '金沙',
      '松江',
      '龙泉',
      '望海',
      '青田',
    ],
    ...['桐城', '星海', '汉南', '泰和', '永安', '沧源', '白云'],
  ],
  en: [
    ...[
      'Ashford',
      'Bridgeport',
      'Calder',
      'Dunmore',
      'Eastvale',
      'Fairhaven',
      'Glenrock',
      'Hartwell',
      'Ironside',
    ],
    ...['Kingsbury', 'Lakemont', 'Meridian', 'Northgate', 'Oakridge', 'Pinecrest', 'Redwater', 'Stonebridge'],
  ],
} as const;

/** What a company does, as its name says it, and its industry. */
const TRADES = {
  zh: [
    ['水务集团', '供水'],
    ['污水处理有限公司', '污水处理'],
    ['生物制药股份有限公司', '制药'],
    ['乳业有限公司', '食品饮料'],
    ['电子材料有限公司', '电子'],
    ['检测技术有限公司', '检测'],
    ['热电有限公司', '能源'],
    ['环境工程有限公司', '环保工程'],
  ],
  en: [
    ['Water Utility', 'Water supply'],
    ['Pharma', 'Pharmaceuticals'],
    ['Brewing Co.', 'Food and beverage'],
    ['Environmental', 'Engineering'],
    ['Chemicals', 'Chemicals'],
    ['Power', 'Energy'],
    ['Labs', 'Laboratories'],
    ['Semiconductor', 'Electronics'],
  ],
} as const;

export function personName(random: Random, language: Language): string {
  if (language === 'en') return `${random.pick(FIRST_EN)} ${random.pick(LAST_EN)}`;
  return `${random.pick([...SURNAMES_ZH])}${random.pick(GIVEN_ZH)}`;
}

export const jobTitle = (random: Random, language: Language): string => random.pick(TITLES[language]);

export function companyName(random: Random, language: Language): { name: string; industry: string } {
  const [trade, industry] = random.pick<readonly [string, string]>(TRADES[language]);
  const place = random.pick(PLACES[language]);
  return { name: language === 'zh' ? `${place}${trade}` : `${place} ${trade}`, industry };
}

export function phoneOf(random: Random, language: Language): string {
  const digits = String(random.int(0, 9999)).padStart(4, '0');
  return language === 'zh'
    ? `13${random.int(0, 9)} 0000 ${digits}`
    : `+1 (${random.int(212, 989)}) 555-01${digits.slice(0, 2)}`;
}
