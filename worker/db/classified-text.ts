import { customType } from 'drizzle-orm/sqlite-core';

// Every text column says whether it may hold something about a person, because erasure has to find them all. The
// class is the column's type name, which only tests and erasure read: migrations are written by hand.
const personalText = customType<{ data: string }>({ dataType: () => 'personal' });
const plainText = customType<{ data: string }>({ dataType: () => 'plain' });

/** Text that may hold something about a person. */
export const personal = (name: string) => personalText(name);

/** Text that never does: ids, codes, keys, names of companies and settings. */
export const plain = <T extends string = string>(name: string) => plainText(name).$type<T>();

type Json<T> = { data: T; driverData: string };
const asJson = (dataType: string) =>
  customType<Json<unknown>>({
    dataType: () => dataType,
    toDriver: (value) => JSON.stringify(value),
    fromDriver: (text) => JSON.parse(text),
  });
const personalJsonText = asJson('personal');
const plainJsonText = asJson('plain');

export const personalJson = <T>(name: string) => personalJsonText(name).$type<T>();
export const plainJson = <T>(name: string) => plainJsonText(name).$type<T>();
