import { describe, expect, test } from 'vitest';
import { companyLikeness, personLikeness } from '../../shared/name-likeness.ts';
import { isSamePhone, phoneKey } from '../../shared/phone.ts';

describe('two names of one company', () => {
  test.each([
    ['恒川精密机械有限公司', '恒川精密机械有限公司', 'same'],
    ['恒川精密机械（苏州）有限公司', '恒川精密机械(苏州)有限公司', 'same'],
    ['Acme, Inc.', 'ACME INC', 'same'],
    ['ＡＣＭＥ Ltd', 'Acme Ltd.', 'same'],
    ['恒川精密机械有限公司', '恒川精密机械', 'close'],
    ['恒川精密机械有限责任公司', '恒川精密机械股份有限公司', 'close'],
    ['恒川集团', '恒川集团有限公司', 'close'],
    ['恒川(集团)股份有限公司', '恒川控股', 'close'],
    ['恒川精密机械(北京)有限公司', '恒川精密机械（上海）有限公司', 'close'],
    ['苏州恒川精密机械有限公司', '恒川精密机械（苏州）有限公司', 'close'],
    ['江苏省苏州市恒川精密机械有限公司', '恒川精密机械', 'close'],
    ['昆山市恒川精密机械有限公司', '恒川精密机械有限公司', 'close'],
    ['恒川精密机械有限公司北京分公司', '恒川精密机械有限公司', 'close'],
    ['北京恒川科技有限公司', '上海恒川科技有限公司', 'close'],
    ['恒川精密 Hengchuan Precision', '恒川精密有限公司', 'close'],
    ['Acme Ltd', 'Acme GmbH', 'close'],
    ['Acme', 'Acme Co., Ltd.', 'close'],
    ['Müller Maschinenbau GmbH & Co. KG', 'Mueller Maschinenbau GmbH', 'close'],
    ['Müller Maschinenbau GmbH & Co. KG', 'Muller Maschinenbau', 'close'],
    ['Bodegas Ibáñez S.L.', 'Bodegas Ibanez', 'close'],
    ['Vannverk Bjørn AS', 'Vannverk Bjorn A/S', 'close'],
    ['Ferrari Pumps S.p.A.', 'Ferrari Pumps', 'close'],
    ['Wodociągi Sp. z o.o.', 'Wodociagi', 'close'],
    ['Thames Water plc', 'Thames Water (UK) Ltd', 'close'],
    ['Smith & Jones Ltd', 'Smith and Jones', 'close'],
    ['Hengchuan Precision', 'Hengchaun Precision', 'close'],
    ['Hengchuan Precision', 'Hengchuan Precison Ltd', 'close'],
    ['Heng Chuan Ltd', 'Hengchuan', 'close'],
    ['The Pump Company', 'Pump Co', 'close'],
  ])('%s and %s: %s', (a, b, expected) => {
    expect(companyLikeness(a, b)).toBe(expected);
    expect(companyLikeness(b, a)).toBe(expected);
  });

  test.each([
    ['恒川精密机械有限公司', '恒川精密仪器有限公司'],
    ['恒川精密', '恒山精密'],
    ['恒川有限公司', '恒川精密有限公司'],
    ['北京银行', '上海银行'],
    ['北京自来水集团有限责任公司', '上海自来水集团有限公司'],
    ['北京科技大学', '上海科技大学'],
    ['苏州水务集团', '无锡水务集团'],
    ['有限公司', '股份有限公司'],
    ['Air China', 'Air France'],
    ['Bank of China', 'Bank of India'],
    ['Acme Pumps', 'Acme Pipes'],
    ['Line 1 Ltd', 'Line 2 Ltd'],
    ['Company 190001', 'Company 190002'],
    ['Norsk Vann', 'Norsk Vind'],
    ['Ltd', 'Inc'],
    ['恒川', 'Hengchuan'],
    ['---', '***'],
    ['', 'Acme'],
  ])('%s and %s are two', (a, b) => {
    expect(companyLikeness(a, b)).toBeUndefined();
    expect(companyLikeness(b, a)).toBeUndefined();
  });
});

describe('two names of one person', () => {
  test.each([
    ['李伟', '李 伟', 'same'],
    ['Li Wei', 'li  wei', 'same'],
    ['Li Wei', 'Wei Li', 'close'],
    ['José García', 'Jose Garcia', 'close'],
    ['李伟 Li Wei', '李伟', 'close'],
    ['Li Wei (Purchasing)', 'Li Wei', 'close'],
    ['Dana Whitfield', 'Dana Whitfeld', 'close'],
    ['李伟', '李炜', undefined],
    ['李伟', '李伟强', undefined],
    ['Li Wei', 'Li Mei', undefined],
    ['Anna Smith', 'Anne Smith', undefined],
    ['Tom Co', 'Tom', undefined],
  ])('%s and %s: %s', (a, b, expected) => {
    expect(personLikeness(a, b)).toBe(expected);
    expect(personLikeness(b, a)).toBe(expected);
  });
});

describe('two ways to write one number', () => {
  test.each([
    ['138 0013 8000', '13800138000'],
    ['+86 138-0013-8000', '13800138000'],
    ['0086 138 0013 8000', '+86 138 0013 8000'],
    ['+86 10 5555 0123', '(010) 5555-0123'],
    ['+44 20 7946 0123', '020 7946 0123'],
    ['+44 (0)20 7946 0123', '020 7946 0123'],
    ['+1 (617) 555-0142', '617.555.0142'],
    ['+47 55 50 12 34', '55 50 12 34'],
    ['010-55550123 转 801', '+86 10 5555 0123'],
    ['020 7946 0123 ext. 12', '020 7946 0123'],
    ['１３８００１３８０００', '13800138000'],
  ])('%s is %s', (a, b) => {
    expect(isSamePhone(a, b)).toBe(true);
    expect(isSamePhone(b, a)).toBe(true);
    expect(phoneKey(a)).toBe(phoneKey(b));
  });

  test.each([
    ['010-5555 0123', '021-5555 0123'],
    ['+86 10 5555 0123', '5555 0123'],
    ['+44 20 7946 0123', '+49 20 7946 0123'],
    ['13800138000', '13800138001'],
    ['110', '110'],
    ['', ''],
  ])('%s is not %s', (a, b) => {
    expect(isSamePhone(a, b)).toBe(false);
    expect(isSamePhone(b, a)).toBe(false);
  });
});
