// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { showPicture } from './picture.ts';
import { outlineOf, type Tree } from './scoring.ts';

const leaf = (text: string, ...children: Tree[]): Tree => ({ text, children });
const MAP = leaf('Le four', leaf('La pâte', leaf('Le sel')), leaf('La mie'));

/** Width of the box on the page, in pixels. */
let width = 0;
let resized: () => void;
const observed: unknown[] = [];

beforeEach(() => {
  width = 0;
  observed.length = 0;
  vi.stubGlobal(
    'ResizeObserver',
    class {
      constructor(changed: () => void) {
        resized = changed;
      }
      observe(box: unknown): void {
        observed.push(box);
      }
    },
  );
  vi.spyOn(HTMLElement.prototype, 'offsetWidth', 'get').mockImplementation(() => width);
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockImplementation(() => width - 2);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

function open(activity = '') {
  const buttons = (...names: string[]) => names.map((name) => `<button data-action="mind-map-${name}"><b></b></button>`).join('');
  document.body.innerHTML = `<section ${activity}><figure class="mind-map-figure" hidden>${buttons('out', 'in')}<div class="mind-map-picture"></div></figure>
<details class="mind-map-export" hidden>${buttons('svg', 'md', 'opml')}<textarea></textarea></details></section>`;
  const root = document.querySelector('section') as never;
  const announced: string[] = [];
  const draw = showPicture(root, { given: 'Demandé.' }, (text) => void announced.push(text));
  const find = (selector: string): HTMLElement => document.querySelector(selector) as HTMLElement;
  return {
    draw,
    find,
    announced,
    press: (name: string) => (find(`[data-action="mind-map-${name}"] b`) as HTMLElement).click(),
    shown: () => Number(find('svg').getAttribute('width')),
    box: find('.mind-map-picture'),
    field: find('textarea') as HTMLTextAreaElement,
  };
}

describe('the picture of a map', () => {
  it('is shown with its buttons, as wide as it is where there is room', () => {
    width = 2000;
    const one = open();
    expect([one.find('figure').hidden, one.find('details').hidden, observed]).toEqual([false, false, [one.box]]);
    one.draw(MAP);
    const full = Number(one.find('svg').getAttribute('viewBox')?.split(' ')[2]);
    expect([one.shown(), one.box.children.length]).toEqual([full, 1]);
  });

  it('becomes narrower where there is less, and is drawn again when the room changes', () => {
    width = 80;
    const one = open();
    one.draw(MAP);
    expect(one.shown()).toBe(64);
    const before = one.find('svg');
    resized();
    expect(one.find('svg')).toBe(before);
    width = 2000;
    resized();
    expect([one.find('svg') === before, one.shown() > 200]).toEqual([false, true]);
    width = 90;
    resized();
    expect(one.shown()).toBeLessThan(80);
    width = 2000;
    resized();
    // While the page is hidden, there is no room to fit into.
    width = 0;
    resized();
    expect(one.shown()).toBeGreaterThan(200);
  });

  it('becomes larger and smaller by its buttons, within limits that are announced', () => {
    width = 2000;
    const one = open();
    one.draw(MAP);
    const full = one.shown();
    for (let times = 0; times < 6; times++) one.press('in');
    expect([one.announced, one.shown()]).toEqual([['125 %', '156 %', '195 %', '244 %', '300 %', '300 %'], full * 3]);
    one.announced.length = 0;
    for (let times = 0; times < 10; times++) one.press('out');
    expect(one.announced).toEqual(['240 %', '192 %', '154 %', '123 %', '98 %', '79 %', '63 %', '50 %', '50 %', '50 %']);
    expect([one.shown(), 'zoomed' in one.box.dataset]).toEqual([Math.round(full / 2), true]);
    one.draw(leaf('Le four'));
    expect(one.shown()).toBe(Math.round(Number(one.find('svg').getAttribute('viewBox')?.split(' ')[2]) / 2));
  });

  it('keeps its centre in the middle of the box', () => {
    width = 502;
    const one = open();
    one.draw(leaf('Le four', leaf('La pâte du matin'), leaf('La mie')));
    const middles = ['in', 'in', 'out'].map((name) => {
      one.press(name);
      return one.box.scrollLeft + 250;
    });
    const [centre] = [...one.find('svg').querySelectorAll('text')].slice(-1).map((text) => Number(text.getAttribute('x')));
    expect(middles).toEqual([1.25, 1.5625, 1.25].map((scale) => expect.closeTo((centre ?? 0) * scale, 3)));
  });
});

describe('the files of a map', () => {
  const given: string[][] = [];
  const blobs: Blob[] = [];
  beforeEach(() => {
    given.length = 0;
    blobs.length = 0;
    vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => `blob:${blobs.push(blob as Blob) - 1}`);
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      given.push([this.download, blobs[Number(this.href.slice(5))]?.type ?? '']);
    });
  });

  it('have the size of the drawing, and tags of any case as text', async () => {
    const one = open();
    one.draw(leaf('a <B> <b>', leaf('La mie')));
    one.press('svg');
    const [, , wide, high] = one.find('svg').getAttribute('viewBox')?.split(' ') ?? [];
    const [, width, height] = /<svg[^>]* width="([\d.]+)" height="([\d.]+)"/.exec((await blobs[0]?.text()) ?? '') ?? [];
    expect([width, height]).toEqual([wide, high]);
    one.press('md');
    expect(one.field.value).toBe('- a \\<B> \\<b>\n  - La mie');
  });

  it('are named after the activity, and their text stands in the field as well', () => {
    const one = open('data-activity="fournil"');
    one.draw(MAP);
    expect(one.field.value).toBe(outlineOf(MAP));
    one.press('opml');
    const opml = one.field.value;
    expect(opml).toContain('<opml version="2.0">');
    one.press('svg');
    expect(one.field.value).toBe(opml);
    one.press('md');
    expect([one.field.value, one.announced]).toEqual([outlineOf(MAP), ['Demandé.', 'Demandé.', 'Demandé.']]);
    expect(given).toEqual([
      ['fournil.opml', 'text/x-opml'],
      ['fournil.svg', 'image/svg+xml'],
      ['fournil.md', 'text/markdown'],
    ]);
    one.draw(leaf('Le tram'));
    expect(one.field.value).toBe('- Le tram');
  });

  it('have a name where nothing gives one, and escape what looks like a tag', () => {
    const one = open();
    one.draw(leaf('a <b> et 1 < 2', leaf('</p> <!-- <?php <É')));
    one.press('md');
    expect([given, one.field.value]).toEqual([[['carte.md', 'text/markdown']], '- a \\<b> et 1 < 2\n  - \\</p> \\<!-- \\<?php <É']);
  });

  it('have a field that is selected as a whole when it gets the focus', () => {
    const one = open();
    const select = vi.spyOn(one.field, 'select');
    one.field.dispatchEvent(new Event('focus'));
    expect(select).toHaveBeenCalledOnce();
  });
});
