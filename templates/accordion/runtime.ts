import type { MountContext, Mounted } from '../../src/player/frame/mount.ts';
import { all } from '../../src/player/widgets/element.ts';
import { followSeen, watchDetails } from '../../src/player/widgets/seen.ts';
import type { Answer } from './scoring.ts';
import type { Options } from './type.ts';

export function mount(root: HTMLElement, context: MountContext<Options, Answer>): Mounted<Answer> {
  const items = all<HTMLDetailsElement>(':scope > .accordion > .accordion-item', root);
  const follower = followSeen(context, items);
  watchDetails(root, items, follower);
  return follower.mounted;
}
