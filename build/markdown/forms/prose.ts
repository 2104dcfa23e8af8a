import type { ReadForm } from '../../activity-type.ts';

/** `{ html }`: the whole body, as it reads. */
export const read: ReadForm = (body, context) => {
  if (body.length === 0) context.error('empty-block', context.at, { name: context.name });
  return { html: context.html(body) };
};
