import type { Form } from '../../../types/activity-type.ts';

/** Form of a block without a body. */
export const none: Form<Record<never, never>> = {
  read(body, context) {
    if (body[0]) context.error('inner-activity', body[0].at, { name: '…', outer: context.name });
    return {};
  },
};
