import { known } from './known-sender.ts';
import type { SampleMail } from './sample-mail.ts';

export const MAILS_ZH: readonly SampleMail[] = [
  {
    id: 'jiaoqi',
    language: 'zh',
    from: known('li.na@huaqing-instruments.example'),
    subject: '浊度仪 20 台：交期和合同',
    sent: { minutesAgo: 40 },
    zone: '+0800',
    text: `您好：

20 台在线浊度仪内部已经批了，现在只差两点：交期能不能压到四周以内，备件清单要写进合同附件。

付款按 3-6-1 没有问题。合同稿请先发我看一遍，我们下周三下午3点电话，把这两条定下来，月底前就可以盖章。

谢谢！

李娜
采购经理
华清仪器（北京）有限公司
电话：010-5555 0123`,
  },
  {
    id: 'chenghu-xunjia',
    language: 'zh',
    from: { name: '沈雨桐', email: 'shenyutong@chenghu-water.example' },
    subject: '询价：加药间在线余氯和浊度监测',
    sent: { minutesAgo: 190 },
    zone: '+0800',
    text: `您好，

我是苏州澄湖水务的沈雨桐，负责三水厂的设备改造。加药间准备换掉原来的余氯仪，同时加两台浊度仪，共五个测点，都要能接现有的 PLC（Modbus RTU）。

请先给一份含税报价和选型建议，另外想问：贵公司在苏州有没有可以上门看现场的工程师？我们计划下个月招标。

此致

沈雨桐
设备部主任
苏州澄湖水务有限公司
电话：0512-5555 0137
地址：苏州市工业园区星湖街 99 号`,
  },
  {
    id: 'dianwei-qingdan',
    language: 'zh',
    from: known('wangjianguo@lanhai-testing.example'),
    cc: [known('manager@example.test')],
    subject: '水质监测项目：点位清单',
    sent: { daysAgo: 1, at: '16:40' },
    zone: '+0800',
    text: `Dana 你好：

点位清单见附件，一共六个点，其中 4 号和 6 号在室外，防护等级要 IP67。

寄存器表收到后我们一周内可以完成通讯测试。

王建国
技术总监
深圳市蓝海检测技术有限公司
0755-5555 0188`,
    attachment: {
      name: '点位清单.csv',
      type: 'text/csv; charset=utf-8',
      content:
        '编号,位置,参数,防护\n1,进水口,浊度,IP65\n2,沉淀池,浊度,IP65\n3,清水池,余氯,IP65\n4,出水口（室外）,余氯,IP67\n5,加药间,pH,IP65\n6,排放口（室外）,浊度,IP67\n',
    },
  },
  {
    id: 'zhoukan',
    language: 'zh',
    from: { name: '在线监测周刊', email: 'news@jiance-weekly.example' },
    subject: '在线监测周刊：城镇供水水质新规解读',
    sent: { daysAgo: 2, at: '09:10' },
    zone: '+0800',
    text: `本期要点

一、城镇供水在线监测新规：浊度、余氯的采样间隔缩短到五分钟。
二、三家水厂的改造经验：旧管路上如何加装流通池。
三、年底前的展会与培训安排。

您收到本邮件是因为订阅了《在线监测周刊》。退订请回复“退订”。`,
    headers: {
      'List-Id': '在线监测周刊 <weekly.jiance-weekly.example>',
      'List-Unsubscribe': '<mailto:leave@jiance-weekly.example>',
      Precedence: 'bulk',
    },
  },
  {
    id: 'dianji-yangpin',
    language: 'zh',
    from: known('meiling.chen@jingrui.example'),
    subject: '回覆：pH 電極樣品',
    sent: { daysAgo: 3, at: '14:15' },
    zone: '+0800',
    text: `Dana 您好：

樣品兩支都收到了，這週開始與舊電極並行測試，大約十天有結果。

若漂移在 0.02 以內，我們就按 50 支下單，請先把含運費的報價準備好。

陳美玲
業務副理
晶瑞生技股份有限公司
+886 2 5550 1234`,
    quoted: {
      daysEarlier: 4,
      text: `陳小姐您好：

兩支樣品今天寄出，附校正證書，預計三天到台北。

Dana Whitfield
Larkfield Instruments 兰菲仪器`,
    },
  },
];
