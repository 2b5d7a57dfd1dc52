import type { KnownAccount } from './known-account.ts';

/** Chinese companies that write to the sample mailbox. */
export const MAILBOX_ACCOUNTS_ZH: readonly KnownAccount[] = [
  {
    name: '华清仪器（北京）有限公司',
    domain: 'huaqing-instruments.example',
    industry: '仪器仪表',
    size: '100–300',
    level: 'A',
    city: '北京市海淀区清河路18号',
    language: 'zh',
    contacts: [
      {
        name: '李娜',
        title: '采购经理',
        email: 'li.na@huaqing-instruments.example',
        phone: '+86 10 5555 0123',
      },
      { name: '赵敏', title: '技术主管', email: 'zhao.min@huaqing-instruments.example' },
    ],
    opportunities: [
      {
        name: '在线浊度仪 20 台及备件',
        pipeline: 'project_sales',
        stage: 'negotiation',
        amount: 480_000,
        currency: 'CNY',
        nextStep: { text: '确认四周交期并发合同稿', inDays: 2 },
        closesInDays: 18,
      },
    ],
  },
  {
    name: '深圳市蓝海检测技术有限公司',
    domain: 'lanhai-testing.example',
    industry: '检测',
    size: '50–100',
    level: 'B',
    city: '深圳市南山区科苑路9号',
    language: 'zh',
    contacts: [
      {
        name: '王建国',
        title: '技术总监',
        email: 'wangjianguo@lanhai-testing.example',
        phone: '0755-5555 0188',
      },
    ],
    opportunities: [
      {
        name: '在线水质监测项目 LK-200 配套',
        pipeline: 'solution_sales',
        stage: 'solution',
        amount: 620_000,
        currency: 'CNY',
        nextStep: { text: '把 Modbus 寄存器表和接线图发给王总监', inDays: 1 },
        closesInDays: 52,
      },
    ],
  },
  {
    name: '晶瑞生技股份有限公司',
    domain: 'jingrui.example',
    industry: '生技',
    size: '200–500',
    level: 'C',
    city: '台北市南港區研究院路二段',
    language: 'zh',
    contacts: [
      {
        name: '陳美玲',
        title: '業務副理',
        email: 'meiling.chen@jingrui.example',
        phone: '+886 2 5550 1234',
      },
    ],
    opportunities: [
      {
        name: 'pH 電極 50 支',
        pipeline: 'project_sales',
        stage: 'prospect',
        amount: 210_000,
        currency: 'TWD',
        nextStep: { text: '寄樣品兩支並報價', inDays: 5 },
        closesInDays: 40,
      },
    ],
  },
];
