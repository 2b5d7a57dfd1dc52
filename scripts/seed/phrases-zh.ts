import type { Phrasebook } from './phrase.ts';
import { MAIL_ZH } from './phrases-zh-mail.ts';

export const PHRASES_ZH: Phrasebook = {
  ...MAIL_ZH,
  call: [
    {
      text: '{contact}说方案已经报到副总那里，等下周二的办公会。让我们先别降价，把售后响应时间写进承诺书。',
      outcome: 'connected',
      next: '准备售后响应承诺书',
    },
    {
      text: '{contact}对{product}的价格没意见，担心的是调试要停水。解释了可以带压安装，他要看一个做过的案例。',
      outcome: 'connected',
      next: '发带压安装的案例',
    },
    {
      text: '确认了{qty} 台的数量，含税{amount}可以接受，账期要 60 天，我答应回来问财务。',
      outcome: 'connected',
      next: '问财务能不能给 60 天账期',
    },
    {
      text: '打了两次没人接，同事说{contact}这周在外地验收，周四回来。',
      outcome: 'no_answer',
      next: '周四再打',
    },
    { text: '{contact}在开会，只说了两句，让我下午四点以后再打。', outcome: 'busy', next: '下午四点后再打' },
    { text: '给{contact}留了言，说报价有效期到月底，问是否需要延期。', outcome: 'left_message' },
    {
      text: '对方说{rival}也在接触，已经送了样机。约好下周过去做现场比测，用他们化验室的标准液。',
      outcome: 'connected',
      next: '带样机去现场比测',
    },
    {
      text: '项目立项没批下来，要等明年预算。{contact}让我们保持联系，三月份再来谈。',
      outcome: 'negative',
      next: '三月初再联系',
    },
    {
      text: '{contact}已经换岗，新的负责人姓高，电话下午发我。',
      outcome: 'connected',
      next: '联系新的负责人',
    },
    {
      text: '回访上季度装的设备，{contact}说运行正常，清洗周期从一周拉长到三周，愿意当参考客户。',
      outcome: 'positive',
    },
    { text: '号码是空号，从总机转过去的，记了新的手机号。', outcome: 'wrong_number' },
    { text: '催标书里的业绩证明，{contact}帮忙盖好了，明天快递。', outcome: 'connected' },
  ],
  meeting: [
    {
      text: '三方对了接口：他们的 SCADA 走 Modbus TCP，我们出网关。{contact}负责点表，周三前给。',
      outcome: 'completed',
      next: '周三收点表',
    },
    {
      text: '商务谈判第二轮，总价谈到{amount}，还差付款节点。对方要 3-6-1，我们坚持 3-5-2。',
      outcome: 'completed',
      next: '请示付款节点能不能让到 3-6-1',
    },
    {
      text: '技术交流会，来了运行、仪表、采购三方。运行最关心维护量，采购只问价格，{contact}支持我们。',
      outcome: 'completed',
      next: '给运行部单独做一次维护演示',
    },
    {
      text: '约好的评审会临时改期，设计院的人来不了，改到下周同一时间。',
      outcome: 'rescheduled',
      next: '下周参加评审会',
    },
    {
      text: '和{contact}一起把偏离表过了一遍，只有防爆等级一项要澄清。',
      outcome: 'completed',
      next: '写防爆等级澄清函',
    },
    {
      text: '开标会，我们第二名，{rival}低 6%。技术分我们高 4 分，等定标。',
      outcome: 'neutral',
      next: '打听定标时间',
    },
    { text: '项目启动会，定了安装窗口：月底两个晚上，各 4 小时。', outcome: 'completed', next: '排安装人员' },
  ],
  visit: [
    {
      text: '看了二期现场，取样点离仪表间 40 米，建议就近挂壁。{contact}认可，让我们出安装图。',
      outcome: 'completed',
      next: '出挂壁安装图',
    },
    {
      text: '带{product}去现场比测，三个水样和化验室差都在 2% 以内，{contact}当场要了报价。',
      outcome: 'positive',
      next: '出正式报价',
    },
    {
      text: '到了以后{contact}临时去了分厂，见到仪表班长，留了样本，约下周再来。',
      outcome: 'no_show',
      next: '下周再约',
    },
    {
      text: '和设备科吃了工作餐，聊到明年要上新线，大概需要{qty} 台，预算在编。',
      outcome: 'positive',
      next: '发一份选型建议，方便他们编预算',
    },
    { text: '例行拜访，3 号点读数漂移，现场清洗后恢复。教了班组怎么看自检码。', outcome: 'completed' },
    {
      text: '去了新厂区工地，管道还没到位，比计划晚一个月，我们的供货也顺延。',
      outcome: 'neutral',
      next: '月底再问进度',
    },
    {
      text: '见到了副厂长，他更看重国产化率，让我们补一份元器件清单。',
      outcome: 'completed',
      next: '补元器件国产化清单',
    },
    { text: '陪厂家工程师做年度保养，{qty} 台全部校准，出了报告，{contact}签字。', outcome: 'completed' },
  ],
  message: [
    { text: '{contact}微信问能不能开 13% 的专票，回了可以，并发了开票资料。', outcome: 'positive' },
    { text: '微信发了安装视频，{contact}转给了班组，说明天照着做。', outcome: 'positive' },
    {
      text: '{contact}发来现场照片，法兰尺寸和图纸不一样，需要换接头。',
      outcome: 'neutral',
      next: '寄一套 DN25 接头',
    },
    {
      text: '问候并提醒质保下月到期，对方回了个“好的”，没提续保。',
      outcome: 'no_response',
      next: '打电话谈续保',
    },
    { text: '{contact}说领导口头同意了，流程这周走完。', outcome: 'positive', next: '周五问流程' },
    { text: '群里有人反馈上位机读不到数，远程看是地址重了，改好。', outcome: 'positive' },
  ],
  note: [
    { text: '决策链：{contact}提需求，设备科选型，副总签字。采购只走流程，不必在采购那里多花时间。' },
    { text: '{rival}给了他们三个月免费试用，我们要在结束前把比测数据拿出来。' },
    { text: '客户的财年到十二月，超过 50 万要上会，想办法拆成两单不合规，别提。' },
    { text: '听设计院说这家明年还有三个水厂要改造，先把这一单做成样板。' },
    { text: '对方很看重同城服务，报价里写清楚本地有两名工程师。' },
  ],
  demo: [
    {
      text: '演示了{product}自清洗和远程校准，运行班长自己操作了一遍，问了三次能不能接手机报警。',
      outcome: 'completed',
      next: '给手机报警的方案',
    },
    {
      text: '线上演示 40 分钟，{contact}和两位同事参加，对数据导出很满意，要一份试用账号。',
      outcome: 'positive',
      next: '开试用账号',
    },
    {
      text: '展台演示，观众是他们总工，只看了清洗刷寿命，要测试报告。',
      outcome: 'neutral',
      next: '发清洗刷寿命报告',
    },
  ],
  web_capture: [
    {
      subject: '{account}：新厂区环评公示',
      text: '官网公示新建三号车间，日处理水量 2 万吨，预计明年二季度投产，在线监测点 14 个。',
      next: '打听设计院是哪家',
    },
    { subject: '{account}中标结果公示', text: '中标方是{rival}，金额比我们预计的低一成，供货范围不含运维。' },
    { subject: '{account}招聘仪表工程师', text: '一次招三名仪表工程师，说明新线年底前要投用。' },
  ],
  other: [
    {
      text: '满意度回访 9 分，{contact}只提了一条：备件清单希望有中文。',
      outcome: 'positive',
      next: '把中文备件清单发过去',
    },
    { text: '中秋寄了两盒月饼到办公室，{contact}收到回了谢谢。', outcome: 'positive' },
    { text: '协助填了年度供应商评价表，得分 92，排第二。', outcome: 'positive' },
  ],
};
