import { byId } from './widgets/element.ts';

/** Width from which the contents are beside the page. */
const WIDE = '(min-width: 69rem)';

/** Keeps the contents beside the page if there is room, or else in the drawer. */
export function placeContents(): void {
  const drawer = byId('c-contents') as HTMLDialogElement;
  const inner = drawer.firstElementChild as HTMLElement;
  const wide = matchMedia(WIDE);
  const place = (): void => {
    if (wide.matches) drawer.close();
    (wide.matches ? byId('c-rail') : drawer).append(inner);
  };
  place();
  wide.addEventListener('change', place);
}
