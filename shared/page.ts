import * as z from 'zod';

/** Opaque place in a list: the (time, id) of the last row seen. */
export type Cursor = { at: number; id: string };

export const encodeCursor = ({ at, id }: Cursor): string => `${at.toString(36)}.${id}`;

export const CursorText = z
  .string()
  .max(80)
  .regex(/^[0-9a-z]{1,11}\.[0-9a-f-]{36}$/, { error: 'cursor' })
  .transform((text): Cursor => {
    const [at = '', id = ''] = text.split('.');
    return { at: Number.parseInt(at, 36), id };
  });

export const PageQuery = z.object({
  cursor: CursorText.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

/** A page of a list. `nextCursor` absent = the end. A filtered page may be short and still have a next one. */
export const Page = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: z.string().optional() });
export type Page<T> = { items: T[]; nextCursor?: string };
