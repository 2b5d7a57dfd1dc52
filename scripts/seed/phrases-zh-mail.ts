import type { Phrasebook } from './phrase.ts';

export const MAIL_ZH: Pick<Phrasebook, 'emailIn' | 'emailOut'> = {
  emailIn: [
    {
      subject: '询价：{product} {qty} 台',
      text: '您好，\n\n我司计划采购{product} {qty} 台，请报含税含运费的价格，并告知最短交货期。付款方式希望是预付三成，验收后付清。\n\n{contact}',
      outcome: 'positive',
      next: '报含税价并确认交期',
    },
    {
      subject: '回复：报价已收到',
      text: '报价收到，价格可以接受。但交期{weeks}周对我们太长，现场停机窗口只有月底两天，请再想想办法。\n\n{contact}',
      outcome: 'neutral',
      next: '和工厂确认能否提前交货',
    },
    {
      subject: '关于{product}的几个技术问题',
      text: '请协助确认：\n1. 低量程下的重复性；\n2. Modbus 寄存器表是否有中文版；\n3. 流通池能否承受 6 公斤压力。\n\n我们下周要定技术方案。\n{contact}',
      outcome: 'neutral',
      next: '把寄存器表和压力测试报告发过去',
    },
    {
      subject: '招标文件，请查收',
      text: '附件是本次水质在线监测项目的招标文件，投标截止到下月 8 号。注意评分表里售后响应时间占 15 分。\n\n{contact}',
      outcome: 'positive',
      next: '通读招标文件，列偏离表',
    },
    {
      subject: '预算被压缩了',
      text: '实在抱歉，今年设备预算砍了两成，{product}只能先上一半，剩下的明年一季度再走流程。\n\n{contact}',
      outcome: 'negative',
      next: '改报分两批的价格',
    },
    {
      subject: '请补充资质材料',
      text: '供应商准入还缺：营业执照副本、计量器具型式批准证书、近三年同类业绩三份。请周五前补齐。\n\n{contact}',
      outcome: 'neutral',
      next: '补齐资质材料',
    },
    {
      subject: '安装后读数偏高',
      text: '上周装的{product}，3 号点读数比化验室高 0.2 NTU 左右，其余点正常。麻烦安排人看一下是不是安装位置的问题。\n\n{contact}',
      outcome: 'negative',
      next: '派工程师到 3 号点复核',
    },
    {
      subject: '合同已盖章',
      text: '合同我方已盖章寄出，顺丰明天到。请按合同约定安排排产，{qty} 台分两批发。\n\n{contact}',
      outcome: 'positive',
      next: '收到合同后通知排产',
    },
    {
      subject: '和{rival}的方案比较',
      text: '领导让我们做一个对比。{rival}报价低 8%，但没有自清洗。你们能否出一页纸，把五年的维护成本算清楚？\n\n{contact}',
      outcome: 'neutral',
      next: '做一页五年成本对比',
    },
  ],
  emailOut: [
    {
      subject: '报价单：{product} {qty} 台',
      text: '{contact}您好：\n\n附件是{product}的正式报价，含税合计{amount}，含流通池和一年质保，交货期{weeks}周，报价有效期 30 天。\n\n有任何问题随时找我。',
      outcome: 'positive',
    },
    {
      subject: '技术资料和寄存器表',
      text: '{contact}您好：\n\n您要的中文寄存器表、接线图和 6 公斤压力测试报告都在附件里。低量程重复性 ±0.015 NTU，测试条件写在第 3 页。',
      outcome: 'positive',
    },
    {
      subject: '关于交期的答复',
      text: '{contact}您好：\n\n和工厂确认过了，首批可以{weeks}周发货，剩余的顺延十天。如果本周能定，我把首批排进月底这一炉。',
      outcome: 'neutral',
      next: '周五前问对方能否定下来',
    },
    {
      subject: '拜访小结和下一步',
      text: '{contact}您好：\n\n感谢今天抽时间。小结三点：一、先在二期的两个点位试装；二、我方本周出点位图；三、贵司下周确认取样管路。',
      outcome: 'positive',
      next: '出点位图',
    },
    {
      subject: '分两批供货的方案',
      text: '{contact}您好：\n\n按您说的预算情况，我们改成两批：今年一半，明年一季度一半，单价按全量执行，不加价。请看是否可行。',
      outcome: 'neutral',
    },
    {
      subject: '试用机已发出',
      text: '{contact}您好：\n\n{product}试用机今天发出，顺丰次日达。建议先和化验室同时取样跑一周，我下周过去一起看数据。',
      outcome: 'positive',
      next: '上门一起看一周的试用数据',
    },
    {
      subject: '五年维护成本对比',
      text: '{contact}您好：\n\n一页纸的对比在附件。主要差别是人工清洗：没有自清洗的方案每台每年多出约 26 个工时。',
      outcome: 'positive',
    },
    {
      subject: '催一下回款',
      text: '{contact}您好：\n\n上批设备已验收满 30 天，尾款{amount}还请协助走一下流程，需要我补什么材料请告诉我。',
      outcome: 'no_response',
      next: '打电话问尾款走到哪一步',
    },
  ],
};
