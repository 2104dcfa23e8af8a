// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { pictureOf } from '../../src/player/widgets/picture-file.ts';
import { drawMap } from './draw.ts';
import { opmlOf } from './files.ts';
import { outlineOf, type Tree } from './scoring.ts';

describe('a drawn map and its files', () => {
  const tree = {
    text: 'Un <centre> & "un"',
    children: [
      { text: 'long'.repeat(9), children: [] },
      { text: '', children: [] },
    ],
  };

  it('breaks long words, keeps every box inside the picture, and shows where a word is missing', () => {
    const { svg, width, height, middle } = drawMap(tree);
    expect([...svg.querySelectorAll('text')].map((one) => one.textContent)).toContain('…');
    for (const box of svg.querySelectorAll('.mind-map-box')) {
      const [x, y, wide, high] = ['x', 'y', 'width', 'height'].map((name) => Number(box.getAttribute(name))) as [
        number,
        number,
        number,
        number,
      ];
      expect([x >= 0, y >= 0, x + wide <= width, y + high <= height]).toEqual([true, true, true, true]);
    }
    expect(middle > 0 && middle < width).toBe(true);
  });

  it('puts branches under each other where there is no room for both sides, all inside the picture', () => {
    const deep = { text: 'La ligne', children: [{ text: 'Au dépôt', children: [{ text: 'L’atelier', children: [] }] }, ...tree.children] };
    const boxes = ({ svg, width }: ReturnType<typeof drawMap>): number[][] =>
      [...svg.querySelectorAll('.mind-map-box')].map((box) => {
        const [x, y, wide] = ['x', 'y', 'width'].map((name) => Number(box.getAttribute(name))) as [number, number, number];
        expect(x >= 0 && x + wide <= width).toBe(true);
        return [x, y];
      });
    expect(new Set(boxes(drawMap(deep, 2000)).map(([x]) => x)).size).toBe(4);
    const narrow = boxes(drawMap(deep, 220));
    // Each level has its own edge, and each box its own line.
    expect(narrow.map(([x]) => x)).toEqual([6, 30, 54, 30, 30]);
    expect(narrow.map(([, y]) => y)).toEqual([...narrow.map(([, y]) => y as number)].sort((a, b) => a - b));
  });

  it('draws the first half of the branches on the right, the others on the left, with a gap between them', () => {
    const branch = (text: string) => ({ text, children: [] });
    const { svg, middle, height } = drawMap({ text: 'Le four', children: ['a', 'b', 'c', 'd'].map(branch) }, 2000);
    const boxes = [...svg.querySelectorAll('.mind-map-box')].map((box) =>
      ['x', 'y', 'width', 'height'].map((name) => Number(box.getAttribute(name))),
    ) as [number, number, number, number][];
    const right = boxes.filter(([x]) => x > middle);
    const left = boxes.filter(([x, , width]) => x + width < middle);
    expect([right.length, left.length, boxes.length]).toEqual([2, 2, 5]);
    for (const [one, other] of [right, left] as [(typeof boxes)[number], (typeof boxes)[number]][]) {
      expect(other[1] - one[1] - one[3]).toBeGreaterThan(0);
      expect((one[1] + other[1] + other[3]) / 2).toBe(height / 2);
    }
  });

  it('has boxes and links at the same places for the same map', () => {
    const branch = (text: string, ...children: object[]) => ({ text, children: children as never[] });
    const map = branch('Le four', branch('La pâte', branch('Le sel'), branch('Eau')), branch('La mie'), branch('Tri', branch('Bac')));
    const placesIn = (room: number): string[] => {
      const { svg, width, height, middle } = drawMap(map, room);
      const values = (one: Element, ...names: string[]) => names.map((name) => one.getAttribute(name)).join(' ');
      expect([values(svg, 'viewBox', 'aria-hidden'), values(svg.firstElementChild as Element, 'class', 'width', 'height')]).toEqual([
        `0 0 ${width} ${height} true`,
        `mind-map-ground ${width} ${height}`,
      ]);
      const texts = [...svg.querySelectorAll('text')];
      const boxes = [...svg.querySelectorAll('.mind-map-box')].map((box, index) => {
        const text = texts[index] as Element;
        return `${text.textContent} ${box.classList[1]} ${values(box, 'x', 'y', 'width', 'height')} (${values(text, 'class', 'x', 'y')})`;
      });
      return [`${width} ${height} ${middle}`, ...boxes, ...[...svg.querySelectorAll('.mind-map-link')].map((link) => values(link, 'd'))];
    };
    expect(placesIn(2000)).toMatchInlineSnapshot(`
      [
        "387 128 167",
        "La pâte mind-map-box-1 222 27 74 32 (mind-map-words mind-map-words-1 259 43)",
        "Le sel mind-map-box-2 314 6 67 32 (mind-map-words mind-map-words-2 347.5 22)",
        "Eau mind-map-box-2 314 48 44 32 (mind-map-words mind-map-words-2 336 64)",
        "La mie mind-map-box-1 222 90 67 32 (mind-map-words mind-map-words-1 255.5 106)",
        "Tri mind-map-box-1 68 48 44 32 (mind-map-words mind-map-words-1 90 64)",
        "Bac mind-map-box-2 6 48 44 32 (mind-map-words mind-map-words-2 28 64)",
        "Le four mind-map-box-0 130 48 74 32 (mind-map-words mind-map-words-0 167 64)",
        "M204 64C213 64 213 43 222 43",
        "M296 43C305 43 305 22 314 22",
        "M296 43C305 43 305 64 314 64",
        "M204 64C213 64 213 106 222 106",
        "M130 64C121 64 121 64 112 64",
        "M68 64C59 64 59 64 50 64",
      ]
    `);
    expect(placesIn(100)).toMatchInlineSnapshot(`
      [
        "127 296 0",
        "Le four mind-map-box-0 6 6 74 32 (mind-map-words mind-map-words-0 43 22)",
        "La pâte mind-map-box-1 30 48 74 32 (mind-map-words mind-map-words-1 67 64)",
        "Le sel mind-map-box-2 54 90 67 32 (mind-map-words mind-map-words-2 87.5 106)",
        "Eau mind-map-box-2 54 132 44 32 (mind-map-words mind-map-words-2 76 148)",
        "La mie mind-map-box-1 30 174 67 32 (mind-map-words mind-map-words-1 63.5 190)",
        "Tri mind-map-box-1 30 216 44 32 (mind-map-words mind-map-words-1 52 232)",
        "Bac mind-map-box-2 54 258 44 32 (mind-map-words mind-map-words-2 76 274)",
        "M18 38V64h12",
        "M42 80V106h12",
        "M42 80V148h12",
        "M18 38V190h12",
        "M18 38V232h12",
        "M42 248V274h12",
      ]
    `);
  });

  it('makes a box higher by each line', () => {
    const highest = (text: string): number =>
      Number(drawMap({ text, children: [] }).svg.querySelector('.mind-map-box')?.getAttribute('height'));
    const [one, two, three] = [1, 2, 3].map((count) => highest('ligne'.repeat(3).concat(' ').repeat(count).trim())) as [
      number,
      number,
      number,
    ];
    expect([two - one > 10, three - two]).toEqual([true, two - one]);
  });

  it('joins each box to the one above it, in the order of the branches', () => {
    const branch = (text: string) => ({ text, children: [] });
    const { svg } = drawMap({ text: 'Le four', children: [branch('La pâte'), branch('La mie'), branch('Le sel')] }, 100);
    const boxes = [...svg.querySelectorAll('.mind-map-box')].map(
      (box) => Number(box.getAttribute('y')) + Number(box.getAttribute('height')) / 2,
    );
    const ends = [...svg.querySelectorAll('.mind-map-link')].map((link) => Number(/V([\d.]+)h/.exec(link.getAttribute('d') ?? '')?.[1]));
    expect([ends.length, ends]).toEqual([3, boxes.slice(1)]);
  });

  it('has longer lines where branches stand under each other, as far as there is room for them', () => {
    const hall = { text: 'Les bénévoles de la cantine', children: [] };
    const branch = { text: 'Les acteurs de terrain', children: [{ text: 'La salle du quartier', children: [hall] }] };
    const linesIn = (room: number): number =>
      drawMap({ text: 'Le four', children: [branch, branch] }, room).svg.querySelectorAll('text').length;
    // The centre, and the lines of all texts in each branch.
    expect([linesIn(2000), linesIn(430), linesIn(200)]).toEqual([1 + 2 * 7, 1 + 2 * 3, 1 + 2 * 7]);
    const narrow = drawMap({ text: 'Le four', children: [branch, branch] }, 430);
    expect([narrow.middle, narrow.width <= 430]).toEqual([0, true]);
  });

  it('keeps four full branches on both sides in the width of a page', () => {
    const ideas = ['Le service social de secteur', 'La psychologue', 'La conférence des financeurs', 'Jean-Moulin', 'La PMI', 'Le CCAS'];
    const branches = ['Partenaires internes', 'Acteurs de terrain', 'Financeurs et donneurs d’ordre', 'Prescripteurs'];
    const full = branches.map((text) => ({ text, children: ideas.map((idea) => ({ text: idea, children: [] })) }));
    // Without measuring, letters are a little narrower than in a browser, which needs 580 pixels for them.
    expect(drawMap({ text: 'Votre structure', children: full }, 540).middle).toBeGreaterThan(0);
  });

  it('breaks lines at words after twelve characters, and longer words after eighteen', () => {
    const linesOf = (text: string) => [...drawMap({ text, children: [] }).svg.querySelectorAll('text')].map((line) => line.textContent);
    expect(['La pâte lève', 'La pâte leva.', ' Le  four', 'a'.repeat(18), `${'b'.repeat(19)} c`, ' '].map(linesOf)).toEqual([
      ['La pâte lève'],
      ['La pâte', 'leva.'],
      ['Le  four'],
      ['a'.repeat(18)],
      ['b'.repeat(18), 'b c'],
      ['…'],
    ]);
  });

  it('stands around its centre as long as its text is easy to read', () => {
    const map = { text: 'Le four', children: [{ text: 'La pâte', children: [] }] };
    const { width } = drawMap(map);
    expect([drawMap(map, width * 0.85).middle > 0, drawMap(map, width * 0.85 - 0.01).middle]).toEqual([true, 0]);
  });

  it('marks its centre, its branches and, alike, all levels below them', () => {
    const chain = ['d', 'c', 'b', 'a'].reduce((below: Tree[], text) => [{ text, children: below }], []);
    const map = { text: 'Le four', children: chain };
    const levels = (room: number) =>
      [...drawMap(map, room).svg.querySelectorAll('.mind-map-box')].map((box) => box.classList[1]?.at(-1)).sort();
    expect([levels(2000), levels(100)]).toEqual(Array(2).fill(['0', '1', '2', '2', '2']));
  });

  it('writes an outline that any program can read', () => {
    const small = { text: '<a> & "b"', children: [{ text: 'c', children: [] }] };
    expect(opmlOf(small)).toBe(
      '<?xml version="1.0" encoding="UTF-8"?>\n<opml version="2.0"><head><title>&lt;a> &amp; &quot;b&quot;</title></head><body>' +
        '<outline text="&lt;a> &amp; &quot;b&quot;"><outline text="c"></outline></outline></body></opml>\n',
    );
    expect(opmlOf(tree)).toContain('<outline text="Un &lt;centre> &amp; &quot;un&quot;"><outline text="longlong');
    expect(opmlOf({ text: 'a\u0001\ud800\ufffe', children: [] })).toContain('<title>a   </title>');
    expect(pictureOf(drawMap({ text: 'a\u0002\u000b\ufffe', children: [] }).svg, 9, 9)).not.toMatch(/[\p{Cc}\ufffe]/u);
    expect(outlineOf(tree)).toContain('\n  - longlong');
  });
});
