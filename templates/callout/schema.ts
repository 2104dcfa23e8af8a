import * as z from 'zod';
import { sentence, word } from '../../build/attribute-types.ts';

export const kind = 'block';
export const form = 'prose';

export const options = z.object({
  kind: word(['info', 'tip', 'warning', 'law'], 'tip').default('info'),
  title: sentence('title="Avant de commencer"', 'title="Before you begin"').optional(),
});
