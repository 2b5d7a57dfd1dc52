import type { ComponentChildren } from 'preact';
import { Fragment } from 'preact';
import { type MessageKey, type MessageValues, t } from './i18n.ts';

const MARK = /\ue000(\w+)\ue000/;

/** A sentence with elements in it: `parts` fills the placeholders that `values` does not. */
export function Sentence(props: {
  of: MessageKey;
  values?: MessageValues;
  parts: Record<string, ComponentChildren>;
}) {
  const marks = Object.fromEntries(Object.keys(props.parts).map((name) => [name, `\ue000${name}\ue000`]));
  const pieces = t(props.of, { ...props.values, ...marks }).split(MARK);
  return (
    <>
      {pieces.map((piece, i) => (
        <Fragment key={i}>{i % 2 === 1 ? props.parts[piece] : piece}</Fragment>
      ))}
    </>
  );
}
