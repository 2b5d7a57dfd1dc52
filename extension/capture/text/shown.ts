/** Whether an element is drawn at all; one of a document that has no layout counts as drawn. */
export const isShown = (element: Element | null | undefined): boolean =>
  element?.checkVisibility?.({ visibilityProperty: true }) ?? true;
