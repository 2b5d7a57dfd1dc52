export type WithoutNulls<Row> = {
  [Column in keyof Row]: null extends Row[Column] ? Exclude<Row[Column], null> | undefined : Row[Column];
};

/** The contract has no null: what is not known is absent. */
export function withoutNulls<Row extends object>(row: Row): WithoutNulls<Row> {
  const known = Object.entries(row).filter(([, value]) => value !== null);
  return Object.fromEntries(known) as WithoutNulls<Row>;
}
