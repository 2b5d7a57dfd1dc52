import { describe, expect, it } from 'vitest';
import { fieldsOf, keptOf, read } from './signature-reading.ts';

const WORDS = '交货期能否缩短到四周？另外请提供原产地证明。';
type Sample = { from: string; region?: string; signed: string; fields: string[] };

/** Below the words of a mail; none of these people and firms exists. */
const SAMPLES: Record<string, Sample> = {
  此致敬礼: {
    from: '李娜 <li.na@huaqing.example>',
    signed: `此致
敬礼！

李娜
采购部 采购经理
华清仪器（北京）有限公司
地址：北京市海淀区清河路18号 邮编：100085
电话：010-5555 0123 转 806
传真：010-5555 0199
手机：139 0000 1234
QQ：1234567890`,
    fields: [
      'name: 李娜',
      'title: 采购经理',
      'company: 华清仪器（北京）有限公司',
      'phone: +861055550123',
      'fax: +861055550199',
      'mobile: +8613900001234',
    ],
  },
  '一行，竖线分隔': {
    from: '王建国 <wangjg@hengchuan.example>',
    signed: '王建国 | 采购经理 | 衡川精密制造有限公司 | 137 0000 5678',
    fields: ['name: 王建国', 'title: 采购经理', 'company: 衡川精密制造有限公司', 'mobile: +8613700005678'],
  },
  全角竖线和全角数字: {
    from: '王建国 <wangjg@hengchuan.example>',
    signed: '王建国｜技术总监｜衡川精密制造有限公司\n电话：０７５５－５５５５０１８８',
    fields: ['name: 王建国', 'title: 技术总监', 'company: 衡川精密制造有限公司', 'phone: +8675555550188'],
  },
  '顺祝商祺，姓名后跟职务': {
    from: '赵敏 <zhaomin@lanhai.example>',
    signed:
      '顺祝商祺！\n\n赵敏 销售总监\n深圳市蓝海检测技术有限公司\nTel: 86-755-5555 0188\nMobile: 13600001234',
    fields: [
      'name: 赵敏',
      'title: 销售总监',
      'company: 深圳市蓝海检测技术有限公司',
      'phone: +8675555550188',
      'mobile: +8613600001234',
    ],
  },
  '横线以下，带标签': {
    from: 'zhaomin <zhaomin@lanhai.example>',
    signed: `--
姓名：赵敏
职务：区域经理
公司：深圳市蓝海检测技术有限公司
手机/微信：136 0000 1234
统一社会信用代码：91440300123456789X`,
    fields: [
      'name: 赵敏',
      'title: 区域经理',
      'company: 深圳市蓝海检测技术有限公司',
      'mobile: +8613600001234',
    ],
  },
  中英双语: {
    from: 'Li Na <li.na@huaqing.example>',
    signed: `祝好，

李娜 Li Na
采购经理 Procurement Manager
华清仪器（北京）有限公司
Huaqing Instruments (Beijing) Co., Ltd.
T: +86 10 5555 0123 | M: +86 139 0000 1234
京ICP备12345678号`,
    fields: [
      'name: Li Na',
      'title: 采购经理',
      'company: 华清仪器（北京）有限公司',
      'phone: +861055550123',
      'mobile: +8613900001234',
    ],
  },
  台湾: {
    from: '陳美玲 <meiling.chen@jingrui.example>',
    signed:
      '敬祝 商祺\n\n陳美玲 業務副理\n晶瑞生技股份有限公司\n電話：(02) 5550-1234 分機 21\n手機：0912-345-678\n統一編號：12345678',
    fields: [
      'name: 陳美玲',
      'title: 業務副理',
      'company: 晶瑞生技股份有限公司',
      'phone: +886255501234',
      'mobile: +886912345678',
    ],
  },
  姓名和职务连写: {
    from: '周航 <zhouhang@hengchuan.example>',
    signed: '谢谢！\n周航\n高级工程师（嵌入式）\n衡川精密制造有限公司研究院\n13500001234',
    fields: [
      'name: 周航',
      'title: 高级工程师（嵌入式）',
      'company: 衡川精密制造有限公司研究院',
      'mobile: +8613500001234',
    ],
  },
  '没有祝语，姓名和公司': {
    from: '孙丽 <sunli@yunfan.example>',
    signed: '孙丽\n云帆物流集团\n客服热线：400-820-1234',
    fields: ['name: 孙丽', 'company: 云帆物流集团', 'phone: +864008201234'],
  },
  '发自手机，上面是签名': {
    from: '吴磊 <wulei@yunfan.example>',
    signed: '吴磊\n总经理助理\n云帆物流集团有限公司\n\n发自我的iPhone',
    fields: ['name: 吴磊', 'title: 总经理助理', 'company: 云帆物流集团有限公司'],
  },
  '拼音显示名，祝语下面是中文名': {
    from: 'liuyang <liuyang@rongtai.example>',
    signed: '祝工作顺利\n\n刘洋\n销售工程师\n荣泰自动化设备（苏州）有限公司\n手机：138-0000-4321',
    fields: [
      'name: 刘洋',
      'title: 销售工程师',
      'company: 荣泰自动化设备（苏州）有限公司',
      'mobile: +8613800004321',
    ],
  },
  部门写在公司后面: {
    from: '何静 <hejing@rongtai.example>',
    signed: 'Best Regards\n何静\n荣泰自动化设备（苏州）有限公司 财务部\n财务主管\nTEL：0512-55550123-806',
    fields: [
      'name: 何静',
      'title: 财务主管',
      'company: 荣泰自动化设备（苏州）有限公司',
      'phone: +8651255550123',
    ],
  },
  日文: {
    from: '佐藤健 <sato@mizuho-keiki.example>',
    signed: 'よろしくお願いいたします。\n\n佐藤健\n営業部 部長\n株式会社みずほ計器\nTEL: 03-5555-0123',
    fields: ['name: 佐藤健', 'title: 部長', 'company: 株式会社みずほ計器', 'phone: +81355550123'],
  },
  斜线两侧各一种语言: {
    from: 'Li Wei <liwei@abc-precision.com.cn>',
    signed: `B.R.
Li Wei / 李伟
R&D Engineer / 研发工程师
ABC Precision Co., Ltd. / ABC精密有限公司
Tel:+86 21 5555 0123-8001`,
    fields: [
      'name: Li Wei',
      'title: R&D Engineer',
      'company: ABC Precision Co., Ltd.',
      'phone: +862155550123',
    ],
  },
  括号里的中文名: {
    from: '韩梅梅 <hanmm@example-tech.cn>',
    signed:
      'Best regards,\n\nHan Meimei (韩梅梅)\nSales Manager\nExample Tech (Shanghai) Co., Ltd.\nTel: 0086-21-55550123',
    fields: [
      'name: 韩梅梅',
      'title: Sales Manager',
      'company: Example Tech (Shanghai) Co., Ltd.',
      'phone: +862155550123',
    ],
  },
  '公司在职务前，横线以下': {
    from: '陈明 <chenming@qq.com>',
    signed: '--\n陈明\n苏州明达机械有限公司\n总经理\n13812345678',
    fields: ['name: 陈明', 'title: 总经理', 'company: 苏州明达机械有限公司', 'mobile: +8613812345678'],
  },
  敬上: {
    from: '林志遠 <lin@tw-optics.com.tw>',
    signed:
      '順頌 時祺\n林志遠 敬上\n台灣光學股份有限公司 業務部 經理\nTEL: 02-2555-0123 #305\n行動電話: 0928-123-456',
    fields: [
      'name: 林志遠',
      'title: 經理',
      'company: 台灣光學股份有限公司',
      'phone: +886225550123',
      'mobile: +886928123456',
    ],
  },
};

describe('a signature in Chinese', () => {
  it.each(Object.entries(SAMPLES))('%s', (_, { from, region, signed, fields }) => {
    const words = read({ from, text: `您好！\n\n${WORDS}\n\n${signed}`, ...(region && { region }) });
    expect(fieldsOf(words)).toEqual(fields);
    expect(keptOf(words)).toBe(`您好！\n\n${WORDS}`);
  });
});
