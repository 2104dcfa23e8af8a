// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { placeContents } from '../../src/player/rail.ts';

test('the contents stand beside the page where there is room, and come back to the drawer', () => {
  document.body.innerHTML = '<dialog id="c-contents"><div id="inner"></div></dialog><nav id="c-rail"></nav>';
  const wide = Object.assign(new EventTarget(), { matches: true });
  const asked: string[] = [];
  vi.stubGlobal('matchMedia', (query: string) => {
    asked.push(query);
    return wide;
  });
  const place = () => document.getElementById('inner')?.parentElement?.id;
  placeContents();
  expect([place(), asked]).toEqual(['c-rail', ['(min-width: 69rem)']]);
  const turned = [false, true, false].map((matches) => {
    wide.matches = matches;
    wide.dispatchEvent(new Event('change'));
    return place();
  });
  expect(turned).toEqual(['c-contents', 'c-rail', 'c-contents']);
  vi.unstubAllGlobals();
});

test('an open drawer closes once the contents are beside the page, and stays open otherwise', () => {
  document.body.innerHTML = '<dialog id="c-contents"><div id="inner"></div></dialog><nav id="c-rail"></nav>';
  const close = vi.spyOn(document.getElementById('c-contents') as HTMLDialogElement, 'close');
  const wide = { matches: false, addEventListener: () => {} };
  vi.stubGlobal('matchMedia', () => wide);
  placeContents();
  expect(close).not.toHaveBeenCalled();
  wide.matches = true;
  placeContents();
  expect(close).toHaveBeenCalledTimes(1);
  vi.unstubAllGlobals();
});
