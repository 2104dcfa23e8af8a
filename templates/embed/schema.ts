import * as z from 'zod';
import type { CheckContext } from '../../build/activity-type.ts';
import { address, sentence } from '../../build/attribute-types.ts';

export const kind = 'block';
export const form = 'none';

export const options = z.object({
  url: address('url="https://exemple.fr/carte"', 'url="https://example.org/map"'),
  title: sentence('title="La carte des partenaires"', 'title="The map of partners"'),
});

export function check(values: Record<string, unknown>, context: CheckContext): void {
  context.warning('other-site', { address: String(values.url) });
}
