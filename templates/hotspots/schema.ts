import * as z from 'zod';
import type { CheckContext } from '../../build/activity-type.ts';
import { mostInAnswer } from '../../src/model/limits.ts';

export const kind = 'activity';
export const form = 'spots';
export const scored = ({ asks }: Readonly<Record<string, unknown>>): boolean => asks === true;
export const button = (options: Readonly<Record<string, unknown>>): boolean => scored(options);
export const contains = ['figure', 'quote', 'callout', 'definition', 'table', 'video', 'audio', 'document'];

export const options = z.object({});

export function check(values: Record<string, unknown>, context: CheckContext): void {
  const { cards, asks } = values as { cards: readonly { readonly right: boolean }[]; asks: boolean };
  if (cards.length > mostInAnswer) context.error('too-many-lines', { has: cards.length, limit: mostInAnswer });
  if (asks && cards.length < 2) context.error('too-few-points', { has: cards.length });
}
