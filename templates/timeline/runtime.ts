import { all } from '../../src/player/element.ts';
import type { MountContext, Mounted } from '../../src/player/mount.ts';
import { followSeen, watchDetails } from '../../src/player/seen.ts';
import type { Answer, Options } from './scoring.ts';

export function mount(root: HTMLElement, context: MountContext<Options, Answer>): Mounted<Answer> {
  const items = all(':scope > .timeline > .timeline-item > .timeline-details', root) as HTMLDetailsElement[];
  const follower = followSeen(context, items);
  watchDetails(root, items, follower);
  return follower.mounted;
}
