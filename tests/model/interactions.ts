import fc from 'fast-check';
import { tokenAt } from '../../src/model/course/token.ts';
import type { Pattern, Response, Slot } from '../../src/model/record/interaction.ts';

const token = fc.nat(60).map(tokenAt);
const text = fc.string({
  unit: fc.constantFrom('a', 'mot', ' ', '\n', '\r', 'é', '🥖', '\ud83e', '{', '}', '{lang=zz}', '[,]', '[.]', '[:]', ',', '\0', '\u2029'),
  maxLength: 600,
});
const number = fc.oneof(fc.double(), fc.double({ min: -1000, max: 1000 }), fc.integer(), fc.constantFrom(0.1 + 0.2, -0, 1e-9, 1e21));

/** Any response that a type may report; texts may be longer than any field. */
const responses: fc.Arbitrary<Response> = fc.oneof(
  fc.record({ type: fc.constant('true-false' as const), value: fc.boolean() }),
  fc.record({ type: fc.constantFrom('choice' as const, 'sequencing' as const), tokens: fc.array(token, { maxLength: 30 }) }),
  fc.record({ type: fc.constantFrom('fill-in' as const, 'long-fill-in' as const), text }),
  fc.record({ type: fc.constant('matching' as const), pairs: fc.array(fc.tuple(token, token), { maxLength: 30 }) }),
  fc.record({ type: fc.constant('performance' as const), steps: fc.array(fc.tuple(token, text), { maxLength: 10 }) }),
  fc.record({ type: fc.constant('numeric' as const), value: number }),
  fc.record({ type: fc.constant('likert' as const), token }),
);

const rightOf = (response: Response): Pattern =>
  response.type === 'numeric' ? { type: 'numeric', min: Math.min(response.value, 3), max: Math.max(response.value, 3) } : response;

/** A slot whose right answers are other responses of the same type. */
export const answered: fc.Arbitrary<{ slot: Slot; response: Response }> = fc
  .array(responses, { minLength: 1, maxLength: 14 })
  .map(([response = { type: 'likert', token: 'a' }, ...others]) => ({
    response,
    slot: {
      type: response.type,
      right: [response, ...others].filter(({ type }) => type === response.type).map(rightOf),
      text: 'Le pain est-il cuit ?',
    },
  }));

/** A slot for a response. */
export function slotOf(type: Slot['type'], right: readonly Pattern[] = []): Slot {
  return { type, right, text: 'Le pain est-il cuit ?' };
}
