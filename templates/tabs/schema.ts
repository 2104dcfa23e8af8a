import * as z from 'zod';

export const kind = 'activity';
export const form = 'cards';
export const scored = false;
export const button = false;
export const contains = 'any';

export const options = z.object({});
