import type { MountContext, Mounted } from '../../src/player/frame/mount.ts';
import { all } from '../../src/player/widgets/element.ts';
import { openOneOf } from '../../src/player/widgets/one-open.ts';
import { followSeen, watchDetails } from '../../src/player/widgets/seen.ts';
import type { Answer } from './scoring.ts';
import type { Options } from './type.ts';

export function mount(root: HTMLElement, context: MountContext<Options, Answer>): Mounted<Answer> {
  const items = all<HTMLDetailsElement>(':scope > .accordion > .accordion-item', root);
  const follower = followSeen(context, items);
  watchDetails(root, items, follower);
  // Parts to read may be compared; with activities in them they would fill several screens.
  if (root.querySelector('[data-activity]')) openOneOf(items);
  return follower.mounted;
}
