import type { Language } from './names.ts';

export type FurtherAccount = {
  name: string;
  domain: string;
  industry: string;
  size: string;
  level: 'A' | 'B' | 'C';
  city: string;
  language: Language;
};

type Row = [
  name: string,
  domain: string,
  industry: string,
  size: string,
  level: 'A' | 'B' | 'C',
  city: string,
];

const ZH: Row[] = [
  ['江州水务集团', 'jiangzhou-water.example', '供水', '1000以上', 'A', '江州市滨江路200号'],
  ['衡川精密制造', 'hengchuan.example', '电子', '500–1000', 'A', '苏州市工业园区星湖街88号'],
  ['海陵污水处理有限公司', 'hailing-wwtp.example', '污水处理', '100–300', 'B', '泰州市海陵区迎春东路'],
  ['云溪生物制药股份有限公司', 'yunxi-bio.example', '制药', '500–1000', 'A', '杭州市滨江区江陵路'],
  ['东湖乳业有限公司', 'donghu-dairy.example', '食品饮料', '300–500', 'B', '武汉市东西湖区金山大道'],
  ['南岭热电有限公司', 'nanling-power.example', '能源', '300–500', 'C', '韶关市武江区工业西路'],
  ['青田环境工程有限公司', 'qingtian-env.example', '环保工程', '50–100', 'B', '丽水市青田县鹤城街道'],
  ['松江自来水有限公司', 'songjiang-water.example', '供水', '300–500', 'A', '上海市松江区中山中路'],
  ['沧源造纸有限公司', 'cangyuan-paper.example', '造纸', '500–1000', 'C', '临沧市沧源县工业园'],
  ['永安市水环境监测站', 'yongan-monitoring.example', '检测', '10–50', 'B', '三明市永安市燕江中路'],
  ['白云半导体材料有限公司', 'baiyun-semi.example', '电子', '200–500', 'A', '广州市黄埔区开源大道'],
  ['平川水利设计院', 'pingchuan-design.example', '环保工程', '100–300', 'B', '白银市平川区盘旋路'],
  ['星海啤酒有限公司', 'xinghai-brewery.example', '食品饮料', '300–500', 'C', '大连市沙河口区星海街'],
  ['金沙化工有限公司', 'jinsha-chem.example', '化工', '500–1000', 'B', '遵义市金沙县经济开发区'],
  ['临港海水淡化有限公司', 'lingang-desal.example', '海水淡化', '100–300', 'A', '上海市浦东新区临港大道'],
  ['龙泉检测认证有限公司', 'longquan-testing.example', '检测', '50–100', 'C', '成都市龙泉驿区车城东路'],
];

const EN: Row[] = [
  ['Ashford Water Utility', 'ashford-water.example', 'Water supply', '500–1,000', 'A', 'Ashford, Kent'],
  [
    'Calder Brewing Co.',
    'calderbrewing.example',
    'Food and beverage',
    '50–100',
    'C',
    'Halifax, West Yorkshire',
  ],
  ['Meridian Pharma', 'meridianpharma.example', 'Pharmaceuticals', '1,000+', 'A', 'Raleigh, NC'],
  ['Stonebridge Environmental', 'stonebridge-env.example', 'Engineering', '100–300', 'B', 'Columbus, OH'],
  ['Redwater Chemicals', 'redwater-chem.example', 'Chemicals', '300–500', 'B', 'Redwater, AB'],
  ['Lakemont Power', 'lakemontpower.example', 'Energy', '500–1,000', 'B', 'Erie, PA'],
  ['Oakridge Semiconductor', 'oakridge-semi.example', 'Electronics', '1,000+', 'A', 'Austin, TX'],
  ['Glenrock Dairy', 'glenrockdairy.example', 'Food and beverage', '100–300', 'C', 'Glenrock, WY'],
  ['Kingsbury Labs', 'kingsburylabs.example', 'Laboratories', '50–100', 'B', 'Kingsbury, London'],
  ['Pinecrest Aquaculture', 'pinecrest-aqua.example', 'Aquaculture', '50–100', 'C', 'Halifax, NS'],
  ['Hartwell Municipal Water', 'hartwell-water.example', 'Water supply', '200–500', 'B', 'Hartwell, GA'],
  ['Dunmore Paper Mills', 'dunmorepaper.example', 'Paper', '300–500', 'C', 'Dunmore, PA'],
  ['Fairhaven Shipyards', 'fairhaven-yards.example', 'Shipbuilding', '500–1,000', 'B', 'Fairhaven, MA'],
];

const named =
  (language: Language) =>
  ([name, domain, industry, size, level, city]: Row): FurtherAccount => ({
    name,
    domain,
    industry,
    size,
    level,
    city,
    language,
  });

/** Customers who do not write to the sample mailbox, spread over all reps. */
export const FURTHER_ACCOUNTS: readonly FurtherAccount[] = [...ZH.map(named('zh')), ...EN.map(named('en'))];
