import { describe, expect, it } from 'vitest';
import { walkScenes } from '../../../../build/stages/check/body/scene-walk.ts';
import { isOffered, type Need } from '../../../../src/model/record/story.ts';
import type { Options } from '../../../../templates/branching/type.ts';
import { definition as schema } from '../../../../templates/branching/type.ts';
import { readActivity } from '../../../helpers/read-activity.ts';

const storyOf = (body: string, attributes = '') => readActivity('branching', schema, `:::branching{#ligne ${attributes}}\n${body}\n:::`);
const END = '\n## Le tram part {#fin ending=good}\nTout le monde est monté.';

describe('reading a story', () => {
  it('reads scenes, where choices lead, what they change and ask for', () => {
    const { options, activity, found } = storyOf(
      `Un matin.\n\n## Le quai {#quai}\nOn attend.\n\n- [J'attends](#quai) {calme+1 vu=1}\n> Encore.\n- [Je *monte*](#fin) {if="calme>=2; vu=1"}\n- [Je cours](#fin)${END}`,
      'state="calme=0; vu=0"',
    );
    expect(found).toEqual([]);
    expect(options.state).toEqual({ calme: 0, vu: 0 });
    const [quai, fin] = options.scenes as Options['scenes'];
    expect(quai?.choices).toMatchObject([
      {
        text: 'J’attends',
        to: quai?.token,
        feedback: '<p>Encore.</p>',
        changes: [
          ['calme', '+', 1],
          ['vu', '=', 1],
        ],
      },
      {
        html: 'Je <em>monte</em>',
        to: fin?.token,
        needs: [
          ['calme', '>=', 2],
          ['vu', '=', 1],
        ],
      },
      { to: fin?.token },
    ]);
    expect(fin).toMatchObject({ id: 'fin', ending: 'good', choices: [] });
    expect(activity?.points).toBe(0);
    expect(activity?.parts.map(({ text }) => text)).toEqual(['#quai', "J'attends", 'Je monte', 'Je cours', '#fin']);
    expect(activity?.ownLinks).toHaveLength(3);
  });

  it('counts where its author writes points, and holds blocks', () => {
    const { activity, found } = storyOf(`## Le quai\n- [Je monte](#fin)${END}`, 'points=2');
    expect([activity?.points, found]).toEqual([2, []]);
    expect(storyOf('## Le quai\n:::choice{#dedans}\n- [x] oui\n:::\n\n- [Je monte](#fin)\n\n## Fin {#fin ending=bad}\nNon.').found).toEqual(
      ['unknown-directive:3'],
    );
  });

  it.each([
    ['', ['no-card:1:1 name=branching']],
    [`## A\n- [x](#fim)${END}`, ['unknown-scene:3:7 scene=fim near=fin']],
    [`## A\n- [x](#fin)${END}\n## B {#b}\n- [y](#fin)`, ['unreached-scene:6:1 title=B']],
    ['## A\n- [x](#fin)\n\n## Fin {#fin ending=good}', ['ending-without-words:5:1 title=Fin']],
    [`## A\n- [x](#fin)\n- [y](#b)\n\n## B {#b}\nRien.\n${END}`, ['scene-without-choice:6:1 title=B']],
    [`## A\n- [x](#fin)\n- [y](#b)\n\n## B {#b}\n- [z](#b)\n${END}`, ['endless-scene:6:1 title=B']],
    [`## A\n- [x](#fin) {if="calme>=1"}\n- [y](#fin) {if="calme<0"}\n${END}`, ['stuck-scene:2:1 title=A state=calme=0']],
    [`## A\n- [x](#fin)\n- [y](#b) {if="calme>5"}\n${END}\n## B {#b}\n- [z](#fin)`, ['unreached-scene:8:1 title=B']],
    [`## A\n- [x](#fin) {calm+1}${END}`, ['unknown-state:3:14 name=calm near=calme']],
    [`## A\n- [x](#fin) {si="calme>1"}${END}`, ['unknown-attribute:3:14 name=branching key=si near=']],
    [`## A\n- [x](#fin) {if="calme vaut 2"}${END}`, ['bad-condition:3:14 condition=calme vaut 2']],
    [`## A\n- [x](#fin) {if="clame>2"}${END}`, ['unknown-state:3:14 name=clame near=calme']],
    [`## A\n- [ ] [x](#fin)${END}`, ['needless-box:3:1 item=x']],
    [`## A\n- [x](#fin)\n-${END}`, ['empty-item:4:1']],
    [`## A {#x fin=good}\n- [x](#fin)${END}\n\n## B\n- [y](#fin)`, ['unknown-attribute:2:10 name=## key=fin near=']],
    [`## A\n- [x](#fin) {calm+1}${END}\n\n## B\n- [y](#fin)`, ['unknown-state:3:14 name=calm near=calme']],
    [`## A\n- [x](#fin)${END}\n\n## B\n- [y](#fin)\n\n## C\n- [y](#fin)`, ['unreached-scene:7:1 title=B', 'unreached-scene:10:1 title=C']],
    ['## A {#a}\n- [x](#fin)\n\n## Fin {#fin ending=bad}\nNon.\n\n- [lire](#page)\n\n* [un](#a)', ['ending-with-choices:10:8 title=Fin']],
    [`## A\n- [x](#fin)\n- et puis${END}`, ['choice-without-scene:4:1 item=et puis']],
    [`## A\n- [x](#fin)\n- [x](#fin)${END}`, ['item-twice:4:1 item=x']],
    [`## A\n- [x](#fin)\n\nEt après ?${END}`, ['text-after-answers:5:1']],
    [`## A {#fin}\n- [x](#fin)${END}`, ['scene-twice:4:18 scene=fin']],
    ['## A\n- [x](#fin)\n\n## Fin {#fin ending=bonne}\nOui.', ['bad-attribute:5:14 key=ending value=bonne example=ending=good']],
    ['## A {#a}\n- [x](#fin)\n\n## Fin {#fin ending=bad}\nNon.\n\n- [encore](#a)', ['ending-with-choices:8:12 title=Fin']],
    [`## A {#x fin=good}\n- [x](#fin)${END}`, ['unknown-attribute:2:10 name=## key=fin near=']],
    [`## A {#a}\n- [x](#fin)\n- [y](#a)${END}\n\n## A {#a}\n- [z](#fin)`, ['scene-twice:8:7 scene=a']],
    [`## A\n- [x](#fin)\n\n## B\n- [y](#fin)${END}`, ['unreached-scene:5:1 title=B']],
    [`## A\n- [x](#fin)\n- ${'y'.repeat(61)}${END}`, [`choice-without-scene:4:1 item=${'y'.repeat(60)}`]],
    ['## A {#a}\n- [x](#fin)\n\n## Fin {#fin ending=bad}\nNon.\n\n- [un](#a)\n- [deux](#a)', ['ending-with-choices:8:8 title=Fin']],
    [`##\n- [x](#fin)${END}`, ['card-without-title:2:1 name=branching']],
    ['## A\n- [x](#fin)\n\n## Fin {#fin ending=bad}\nNon.\n\n- [lire](#page)', []],
    [`## A\n- [x](#fin)\n- [y](#b)\n\n## B {#b}\n- [z](#c)\n\n## C {#c}\n- [w](#b)\n${END}`, ['endless-scene:6:1 title=B']],
  ])('reports what is wrong in %j', (body, reports) => expect(storyOf(body, 'state="calme=0"').reports).toEqual(reports));

  it('reports a choice without a scene by its first 60 characters', () => {
    const { activity } = storyOf(`## A\n- [x](#fin)\n- [y](#fin)${END}`);
    expect(activity?.parts.map(({ key }) => key)).toEqual([undefined, 'A > #fin', 'A > #fin', undefined]);
  });

  it('joins the lists of a scene, keeps its blocks, and leaves links of an ending to pages', () => {
    const { options, activity, found } = storyOf(
      '## A {#a}\nUn.\n\nDeux.\n\n- [x](#a) {calme+1}\n\n* [y](#fin)\n\n## Fin {#fin ending=bad}\nNon.\n\n- [lire](#page)',
      'state="calme=0"',
    );
    const [first, fin] = options.scenes as Options['scenes'];
    expect([found, activity?.ownLinks?.length, (first as { readonly nodes?: unknown } | undefined)?.nodes]).toEqual([
      [],
      2,
      [{ kind: 'prose', html: '<p>Un.</p>\n<p>Deux.</p>' }],
    ]);
    expect(first?.choices).toMatchObject([
      { to: first?.token, changes: [['calme', '+', 1]] },
      { text: 'y', to: fin?.token },
    ]);
    expect(fin).toMatchObject({ ending: 'bad', choices: [] });
  });

  it('leads to the first of two scenes with one name', () => {
    const { options } = storyOf(`## Le quai\n- [x](#b)\n\n## Un {#b}\n- [y](#fin)\n\n## Deux {#b}\n- [z](#fin)${END}`);
    const scenes = options.scenes as Options['scenes'];
    expect(scenes[0]?.choices[0]?.to).toBe(scenes[1]?.token);
    expect(new Set(scenes.map(({ token }) => token)).size).toBe(4);
  });

  it('shows all values with which a scene has no decision left', () => {
    const { reports } = storyOf(`## A\n- [x](#fin) {if="calme>=1"}\n- [y](#fin) {if="vu<0"}${END}`, 'state="calme=0; vu=1"');
    expect(reports).toEqual(['stuck-scene:2:1 title=A state=calme=0, vu=1']);
  });

  it('walks no ways of a story whose braces can’t be read', () => {
    const lost = '\n## B {#b}\n- [y](#fin)';
    const codes = (body: string): string[] => storyOf(body).found.map((one) => one.split(':')[0] ?? '');
    expect(codes(`## A\n- [x](#fin)${END}${lost}`)).toEqual(['unreached-scene']);
    expect(codes(`## A\n- [x](#fin) {if="a>1}${END}${lost}`)).not.toContain('unreached-scene');
    expect(codes(`## A\n- [x](#fin)${END}${lost.replace('#b', '#b x="1')}`)).not.toContain('unreached-scene');
  });

  it('takes an ending that is mistyped for one', () => {
    const [, fin] = storyOf('## A\n- [x](#fin)\n\n## Fin {#fin ending=bonne}\nOui.').options.scenes as Options['scenes'];
    expect(fin?.ending).toBe('mixed');
  });

  it('refuses values that are no numbers', () => {
    expect(storyOf(`## A\n- [x](#fin)${END}`, 'state="calme"').found).toEqual(['bad-attribute:1']);
    expect(storyOf(`## A\n- [x](#fin)${END}`, 'state="calme=1; calme=2"').found).toEqual(['bad-attribute:1']);
  });
});

describe('walking through every way', () => {
  it('ends where a value grows for ever, and then says only what holds for any value', () => {
    const grows = { to: 0, changes: [['calme', '+', 1]] as const };
    const walk = walkScenes(
      [
        { ending: false, choices: [grows, { to: 1, needs: [['calme', '>', 100_000]] }] },
        { ending: true, choices: [] },
        { ending: true, choices: [] },
      ],
      { calme: 0 },
    );
    expect(walk).toEqual({ unreached: [2], stuck: [], endless: [] });
  });

  it.each<[Need, boolean[]]>([
    [
      ['calme', '<', 2],
      [true, false, false],
    ],
    [
      ['calme', '<=', 2],
      [true, true, false],
    ],
    [
      ['calme', '=', 2],
      [false, true, false],
    ],
    [
      ['calme', '!=', 2],
      [true, false, true],
    ],
    [
      ['calme', '>=', 2],
      [false, true, true],
    ],
    [
      ['calme', '>', 2],
      [false, false, true],
    ],
  ])('%j holds for 1, 2, 3: %j', (need, holds) => {
    expect([1, 2, 3].map((calme) => isOffered({ calme }, { needs: [need] }))).toEqual(holds);
  });
});
