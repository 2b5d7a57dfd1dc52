import { describe, expect, test } from 'vitest';
import {
  addedBy,
  problemsOf,
  type SenderEdits,
  senderOf,
} from '../../../extension/activities/now/sender/sender.ts';
import type { CapturedMail, Signature } from '../../../shared/capture.ts';
import type { Context } from '../../../shared/context.ts';
import { contextWith, describe as describeItem, idOf, ME, mailOf } from './samples.ts';

const read = (value: string, proof = value) => ({ value, proof });
const signature: Signature = {
  name: read('Martin Hale'),
  title: read('Head of Warehousing', 'Martin Hale, Head of Warehousing'),
  company: read('Kestrel Storage Ltd', 'Kestrel Storage Ltd, Unit 4 Dock Road'),
  phones: [
    { ...read('+442079460321', 'T 020 7946 0321'), printed: '020 7946 0321', kind: 'phone' },
    { ...read('+447700900148', 'out of hours 07700 900148'), printed: '07700 900148', kind: 'mobile' },
    { ...read('+442079460322', 'F 020 7946 0322'), printed: '020 7946 0322', kind: 'fax' },
  ],
};
const HALE = { name: 'Martin Hale', email: 'm.hale@kestrel-storage.example' };
const DOMAIN = { domain: 'kestrel-storage.example' };

type Case = { mail?: Partial<CapturedMail>; context?: Partial<Context>; edits?: SenderEdits };

async function sender({ mail, context = DOMAIN, edits = {} }: Case = {}) {
  const captured = await describeItem(mailOf({ from: HALE, signature, ...mail }));
  return senderOf({ captured, context: contextWith(context), account: 'unknown' }, edits);
}

const added = async (of: Case = {}) => {
  const one = await sender(of);
  return one && addedBy(one);
};

describe('what is read', () => {
  test('each field says where it is from', async () => {
    const fields = (await sender())?.fields;
    expect(fields).toEqual({
      name: { value: 'Martin Hale', proof: 'header', isOn: true },
      company: {
        value: 'Kestrel Storage Ltd',
        proof: 'signature',
        words: signature.company?.proof,
        isOn: true,
      },
      title: { value: 'Head of Warehousing', proof: 'signature', words: signature.title?.proof, isOn: true },
      email: { value: HALE.email, proof: 'header', isOn: true },
      phone: { value: '+442079460321', proof: 'signature', words: 'T 020 7946 0321', isOn: true },
      mobile: { value: '+447700900148', proof: 'signature', words: 'out of hours 07700 900148', isOn: false },
      domain: { value: 'kestrel-storage.example', proof: 'domain', isOn: true },
    });
  });

  test('a signature says nothing of whom its author writes to', async () => {
    const fields = (await sender({ mail: { from: ME, to: [HALE] } }))?.fields;
    expect(Object.keys(fields ?? {})).toEqual(['name', 'email', 'domain']);
  });

  test('a domain is only kept where it is the sender’s own', async () => {
    expect((await sender({ context: { domain: 'other.example' } }))?.fields).not.toHaveProperty('domain');
  });

  test('a company is never made of a domain', async () => {
    expect(await added({ mail: { signature: undefined } })).toEqual({
      contact: { name: 'Martin Hale', emails: [HALE.email] },
    });
  });

  test('without a name in the header the signature’s is taken', async () => {
    const fields = (await sender({ mail: { from: { email: HALE.email } } }))?.fields;
    expect(fields?.name).toMatchObject({ value: 'Martin Hale', proof: 'signature' });
  });
});

describe('what is proposed', () => {
  const free = { name: 'Martin Hale', email: 'martin@gmail.com' };
  test.each<[string, Case, string]>([
    ['a sender at a domain of a company', {}, 'contact'],
    ['free mail that names a company', { mail: { from: free }, context: {} }, 'lead'],
    ['free mail that names none', { mail: { from: free, signature: undefined }, context: {} }, 'none'],
    ['nobody’s name', { mail: { from: { email: HALE.email }, signature: undefined } }, 'none'],
    ['a newsletter', { mail: { automatic: 'list' } }, 'none'],
    ['a machine', { mail: { from: { name: 'Shop', email: 'no-reply@kestrel-storage.example' } } }, 'none'],
    ['a name that shows another address', { mail: { from: { ...HALE, name: 'ceo@ours.example' } } }, 'none'],
    [
      'a domain that imitates another',
      { mail: { from: { ...HALE, email: 'm@xn--kstrel-cua.example' } } },
      'none',
    ],
    [
      'what a teammate has logged',
      { context: { ...DOMAIN, logged: { activityId: idOf(9), byMe: false, by: [] } } },
      'none',
    ],
  ])('%s: %#', async (_case, of, as) => {
    expect((await sender(of))?.as).toBe(as);
  });

  test('while the server is silent nobody is added unasked', async () => {
    const captured = await describeItem(mailOf({ from: HALE, signature }));
    const silent = senderOf({ captured, context: undefined, account: 'unknown' }, {});
    expect(silent).toMatchObject({ as: 'none', isUnknown: false });
    expect(silent && addedBy(silent)).toBeUndefined();
  });

  test.each<[string, Partial<Context>]>([
    ['contact', { contacts: [{ id: idOf(1), name: 'Hale', email: HALE.email }] }],
    ['lead', { leads: [{ id: idOf(1), name: 'Hale', email: HALE.email, status: 'new', ownerId: 8 }] }],
    ['colleague', { colleagues: [{ userId: 8, email: HALE.email }] }],
  ])('who is a %s already is not added', async (_kind, context) => {
    expect(await sender({ context })).toBeUndefined();
  });
});

describe('what is added', () => {
  test('contact and account, with what is kept of each', async () => {
    expect(await added()).toEqual({
      account: { name: 'Kestrel Storage Ltd', domains: ['kestrel-storage.example'] },
      contact: {
        name: 'Martin Hale',
        title: 'Head of Warehousing',
        phone: '+442079460321',
        emails: [HALE.email],
      },
    });
  });

  test('a field that is switched off is not sent', async () => {
    const fields = { title: { isOff: true }, phone: { isOff: true }, domain: { isOff: true } };
    expect(await added({ edits: { fields } })).toEqual({
      account: { name: 'Kestrel Storage Ltd', domains: [] },
      contact: { name: 'Martin Hale', emails: [HALE.email] },
    });
  });

  test('an account without a name is none', async () => {
    expect(await added({ edits: { fields: { company: { isOff: true } } } })).not.toHaveProperty('account');
  });

  test('a lead keeps person and firm together', async () => {
    expect(await added({ edits: { as: 'lead', fields: { name: { value: 'M. Hale' } } } })).toEqual({
      lead: {
        name: 'M. Hale',
        company: 'Kestrel Storage Ltd',
        title: 'Head of Warehousing',
        phone: '+442079460321',
        email: HALE.email,
      },
    });
  });

  test.each([
    ['name', '  ', 'name_missing'],
    ['email', 'm.hale at kestrel', 'email'],
    ['domain', 'kestrel', 'domain'],
    ['domain', 'gmail.com', 'free_mail'],
  ] as const)('a %s like “%s” is refused here and not by the server', async (id, value, problem) => {
    const one = await sender({ edits: { fields: { [id]: { value } } } });
    expect(one && [...problemsOf(one)]).toEqual([[id, problem]]);
  });
});
