import { is2004, launchesOf } from './manifest/manifest.ts';
import { nameOf } from './rules/files.ts';
import type { PackageFacts } from './rules/rule.ts';

/** A page that learners launch. */
export interface LaunchPlan {
  readonly title: string;
  /** Address below the root of the zip, encoded, with query and fragment. */
  readonly href: string;
  /** Name of the page in the zip. */
  readonly name: string;
  readonly isSco: boolean;
  readonly version: '1.2' | '2004';
}

function encoded(name: string): string {
  return name.split('/').map(encodeURIComponent).join('/');
}

/** Joins the query of an address with the parameters of an item, as the standard describes. */
function withParameters(href: string, parameters: string): string {
  const [, query = '', fragment = ''] = /^[^?#]*(\?[^#]*)?(#.*)?$/s.exec(href) ?? [];
  if (parameters.startsWith('#')) return query + (fragment || parameters);
  const more = parameters.replace(/^[?&]/, '');
  if (more === '') return query + fragment;
  return `${query === '' ? '?' : `${query}&`}${more}${fragment}`;
}

/** Lists the pages that can be opened, in order, each address once. */
export function launchPlans(facts: PackageFacts): LaunchPlan[] {
  const { manifest } = facts;
  const plans = launchesOf(manifest).flatMap(({ item, resource }): LaunchPlan[] => {
    const { address } = resource;
    const name = address?.kind === 'inside' ? nameOf(address, facts) : undefined;
    if (!address || name === undefined) return [];
    return [
      {
        title: item.title.trim() || name,
        href: encoded(name) + withParameters(address.href, item.parameters.trim()),
        name,
        isSco: resource.kind === 'sco',
        version: is2004(manifest) ? '2004' : '1.2',
      },
    ];
  });
  const first = new Map<string, LaunchPlan>();
  for (const plan of plans) if (!first.has(plan.href)) first.set(plan.href, plan);
  return [...first.values()];
}
