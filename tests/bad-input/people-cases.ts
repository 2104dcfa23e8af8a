import { type Case, CHOICE, page } from './cases.ts';
import { type Files, rames } from './depot-project.ts';

const BASE = 'id: depot\ntitle: Au dépôt\nlang: fr\nmodules: [rames]\n';
const PEOPLE = `${BASE}people:\n  - { id: nadia, name: Nadia }\n  - { id: marc, name: Marc }\n`;

/** A session of a course with two people. */
const output = (body: string): Files => ({ ...page(body), 'course.yaml': PEOPLE });
const people = (...lines: readonly string[]): Files => ({ ...page(CHOICE), 'course.yaml': `${BASE}people:\n${lines.join('\n')}\n` });
/** The same with another line in its front matter, the fifth of the file. */
const front = (line: string): Files => ({
  'rames.md': `---\nid: rames\ntitle: Les rames\ncompletion: visited\n${line}\n---\n# Le quai {#quai}\n\n${CHOICE}`,
  'course.yaml': PEOPLE,
});

/** Mistakes of authors with people and pictograms. */
export const peopleCases: readonly Case[] = [
  ['someone who speaks, and is not of the course', output(':::scene\n## nadja\nBonjour.\n:::'), ['unknown-person rames.md:9:1']],
  ['someone on the cover who is not of the course', front('people: [marc, nadja]'), ['unknown-person rames.md:5:16']],
  ['a scene in which nobody speaks', output(':::scene\nIl pleut.\n:::'), ['no-speech rames.md:8:1']],
  ['someone who has nothing to say', output(':::scene\n## nadia\n\n## marc\nNon.\n:::'), ['empty-card rames.md:9:1']],
  ['an expression that no face has', output(':::scene\n## nadia {expression=angry}\nNon.\n:::'), ['unknown-feature rames.md:9:11']],
  ['an attribute that no speech has', output(':::scene\n## nadia {expresion=calm}\nNon.\n:::'), ['unknown-attribute rames.md:9:11']],
  ['a pictogram that is none, on a page', rames(`# Le quai {#quai icon=scrol}\n\n${CHOICE}`), ['unknown-pictogram rames.md:6:18']],
  [
    'pictograms that are none, on a card and on a band',
    output(':::cards{#tour}\n## Le quai {icon=platforme}\nIci.\n:::\n\n:::keep{icon=buld}\nVoilà.\n:::'),
    ['unknown-pictogram rames.md:9:13', 'unknown-pictogram rames.md:13:9'],
  ],
  ['a pictogram that is none, before an aim', front('aims: [{ text: rouler, icon: scrol }]'), ['unknown-pictogram rames.md:5:30']],
  ['two people of one id', people('  - { id: nadia, name: Nadia }', '  - { id: nadia, name: Nadia }'), ['duplicate-id course.yaml:7:11']],
  [
    'someone with a face and a picture',
    { ...people('  - { id: nadia, name: Nadia, face: { hair: bob }, picture: nadia.png }'), 'nadia.png': 'x' },
    ['face-and-picture course.yaml:6:61'],
  ],
  ['a picture that is not there', people('  - { id: nadia, name: Nadia, picture: nadia.png }'), ['missing-asset course.yaml:6:40']],
  ['a word that no hair has', people('  - { id: nadia, name: Nadia, face: { hair: bobb } }'), ['unknown-feature course.yaml:6:45']],
  ['a feature that no face has', people('  - { id: nadia, name: Nadia, face: { hairs: bob } }'), ['unknown-key course.yaml:6:39']],
  [
    'a colour for hair that stays black',
    people('  - { id: nadia, name: Nadia, face: { hair: afro, hair-colour: red } }'),
    ['hair-stays-black course.yaml:6:64'],
  ],
  ['a heavy picture on the cover', { ...front('cover: quai.png'), 'quai.png': 'x'.repeat(70_000) }, ['heavy-cover rames.md:5:8']],
];
