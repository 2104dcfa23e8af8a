import { byId } from '../widgets/element.ts';

/** Returns the root element of an activity. */
export function rootOf(id: string): HTMLElement {
  return byId(`a-${id}`);
}
