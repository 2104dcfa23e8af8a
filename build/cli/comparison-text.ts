import type { Comparison } from '../versions/comparison-schema.ts';
import { type ChangeGroup, groupsOf, verdictOf } from '../versions/grouped.ts';
import type { VersionStrings } from '../versions/strings.ts';
import { colours } from './colours.ts';
import { visible } from './frames.ts';

function headOf({ name, cartable, content }: Comparison['old'], strings: VersionStrings): string {
  const facts = [
    strings.format('version', { version: cartable }),
    ...(content ? [strings.format('digest', { digest: content.slice(0, 16) })] : []),
  ];
  return visible(`${name} (${facts.join(', ')})`);
}

/** Formats the changes of one risk. A place is shown once for the changes that follow each other there. */
function linesOf({ title, changes }: ChangeGroup): string[] {
  const lines = changes.flatMap(({ where, at, what, why }, index) => {
    const before = changes[index - 1];
    const isSamePlace = before?.where === where && before.at === at;
    const place = [visible(where), ...(at === '' ? [] : [colours.dim(at)])].join('  ');
    return [
      ...(isSamePlace || where === '' ? [] : [`  ${place}`]),
      `    ${visible(what)}`,
      ...(why === '' ? [] : [`    ${colours.dim(visible(why))}`]),
    ];
  });
  return ['', colours.bold(title), ...lines];
}

/** Formats a comparison for a terminal. */
export function comparisonText(comparison: Comparison, strings: VersionStrings): string {
  return [
    strings.format('from', { old: headOf(comparison.old, strings) }),
    strings.format('to', { new: headOf(comparison.new, strings) }),
    '',
    verdictOf(comparison, strings),
    ...groupsOf(comparison, strings).flatMap(linesOf),
    ...comparison.notes.flatMap((note) => ['', visible(note)]),
  ].join('\n');
}
