// @vitest-environment happy-dom
import { type ComponentChild, h, render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { plainFace } from '../../../build/model/course-file.ts';
import { CoursePicture, PersonFace, Portrait } from '../../../build/studio/course/portrait.tsx';
import { type OpenDesk, openDesk } from '../../helpers/course-desk.ts';
import { draw, settled, undraw } from '../../helpers/drawn.ts';

const person = { id: 'ada', name: 'Ada', role: '', picture: '', colour: 2, face: plainFace } as const;
/** Addresses that were made, with the content and type of each, and those that were freed. */
let made: Blob[];
let freed: string[];
let open: OpenDesk;

beforeEach(async () => {
  [made, freed] = [[], []];
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => `blob:${made.push(blob as Blob)}`);
  vi.spyOn(URL, 'revokeObjectURL').mockImplementation((address) => void freed.push(address));
  const texts = { 'assets/ada.png': 'PNG', 'assets/logo.SVG': '<svg/>' };
  open = await openDesk(texts, {}, { portraits: (faces: readonly object[]) => faces.map(() => '<svg id="face"/>') });
});
afterEach(async () => {
  await undraw();
  vi.restoreAllMocks();
});
async function redraw(part: ComponentChild): Promise<void> {
  await act(() => render(h('div', null, part), document.querySelector('main') as Element));
  await settled();
}
const face = (): (string | null | undefined)[] =>
  ['data-size', 'data-disc', 'data-photo'].map((name) => document.querySelector('.s-face')?.getAttribute(name));
const picture = (): (string | null | undefined)[] => {
  const image = document.querySelector('img');
  return [image?.getAttribute('src'), image?.getAttribute('alt')];
};

test('a face stands on its disc, and appears once it is drawn', async () => {
  await act(() => render(h(Portrait, { desk: open.desk, face: plainFace, colour: 3, size: 'middle' }), document.body));
  expect([face(), picture()]).toEqual([
    ['middle', '3', null],
    [undefined, undefined],
  ]);
  await settled();
  expect([picture(), await made[0]?.text()]).toEqual([['blob:1', ''], '<svg id="face"/>']);
  render(null, document.body);
});

test('a person without a picture has the drawn face', async () => {
  await draw(h(PersonFace, { desk: open.desk, person, size: 'large' }));
  expect([face(), picture()]).toEqual([
    ['large', '2', null],
    ['blob:1', ''],
  ]);
});

test('a person’s own picture takes the place of the face', async () => {
  await draw(h(PersonFace, { desk: open.desk, person: { ...person, picture: 'assets/ada.png' }, size: 'small' }));
  expect([face(), picture()]).toEqual([
    ['small', '2', ''],
    ['blob:1', ''],
  ]);
  expect([made[0]?.type, await made[0]?.text()]).toEqual(['', 'PNG']);
});

test('a picture of the course is made once, freed with its place, and a drawing has its type', async () => {
  await draw(h(CoursePicture, { desk: open.desk, path: 'assets/logo.SVG' }));
  await redraw(h(CoursePicture, { desk: open.desk, path: 'assets/logo.SVG' }));
  expect([picture(), made.map(({ type }) => type), freed]).toEqual([['blob:1', ''], ['image/svg+xml'], []]);
  await redraw(h(CoursePicture, { desk: open.desk, path: 'assets/ada.png' }));
  expect([picture(), freed]).toEqual([['blob:2', ''], ['blob:1']]);
  await redraw(h(CoursePicture, { desk: open.desk, path: 'assets/none.png' }));
  expect([picture(), made.length, freed]).toEqual([[undefined, undefined], 2, ['blob:1', 'blob:2']]);
});

test('a name that only has the letters of a type is no type', async () => {
  open.studio.project.put('modules/four/assets/svg.png', 'un');
  await draw(h(CoursePicture, { desk: open.desk, path: 'assets/svg.png' }));
  expect(made.map(({ type }) => type)).toEqual(['']);
});

test('a picture has no place on the page before it has an address', async () => {
  document.body.replaceChildren(document.createElement('main'));
  render(h('div', null, h(CoursePicture, { desk: open.desk, path: 'assets/ada.png' })), document.querySelector('main') as Element);
  expect(document.querySelector('img')).toBeNull();
  await settled();
  expect(picture()).toEqual(['blob:1', '']);
});
