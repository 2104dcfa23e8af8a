import { expect, test } from 'vitest';
import { pictogramPath } from '../../../build/kit/kit-path.ts';
import { assetMarker, END, VARIABLE_IN_ADDRESS } from '../../../build/model/markers.ts';
import { lookAtPage, valuesOf } from '../../helpers/look-at.ts';

const options = (looked: ReturnType<typeof lookAtPage>) =>
  looked.nodes.flatMap((node) => (node.kind === 'block' ? [node.options] : []))[0] ?? {};

/** A PDF of so many bytes. */
const pdf = (bytes: number): string => `%PDF-1.4${'x'.repeat(bytes - 8)}`;

test('a document has its size in the words of the course’s language', () => {
  const size = (bytes: number, lang = 'fr') =>
    options(
      lookAtPage('::document{src=plan.pdf title="Le plan"}', {
        'plan.pdf': pdf(bytes),
        'course.yaml': `id: depot\ntitle: Dépôt\nlang: ${lang}\nmodules: [rames]\n`,
      }),
    ).srcSize;
  expect([size(100), size(45_400), size(1_250_000)]).toEqual(['1\u202fko', '45\u202fko', '1,3\u202fMo']);
  expect([size(999_000), size(1_000_000)]).toEqual(['999\u202fko', '1\u202fMo']);
  expect([size(45_400, 'en'), size(250_000, 'en')]).toEqual(['45 kB', '250 kB']);
});

test('an address must be that of a site', () => {
  const embed = (url: string) => lookAtPage(`::embed{url="${url}" title="Le plan"}`);
  expect([embed('https://example.org/plan').found, options(embed('https://example.org/plan')).url]).toEqual([
    ['other-site 8'],
    'https://example.org/plan',
  ]);
  const site = embed('http://example.org/plan');
  expect(valuesOf(site, 'address-of-no-site')).toEqual({ address: 'http://example.org/plan', fit: 'https://example.org/plan' });
  expect(embed('ftp://example.org').found).toContain('refused-address 8');
  expect(embed('plan').found).toContain('refused-address 8');
  const fit = (url: string) => valuesOf(embed(url), 'address-of-no-site')?.fit;
  expect(['www.example.org', 'HTTP://example.org?a=1', 'example.org#fin', 'example', 'https://example.org/<b>'].map(fit)).toEqual([
    'https://www.example.org',
    'https://example.org?a=1',
    'https://example.org#fin',
    undefined,
    undefined,
  ]);
  expect(valuesOf(embed('https://example.org/<b>'), 'refused-address')).toEqual({ address: 'https://example.org/<b>' });
  expect(embed('https://example.org/un plan').found).toContain('refused-address 8');
  expect(embed('HTTPS://example.org/plan').found).toEqual(['other-site 8']);
});

test('an address that begins with a variable is one once that is known, and may be empty if it may be left out', () => {
  const marked = (name: string): string => `${VARIABLE_IN_ADDRESS}${name}${END}`;
  const page = (text: string) =>
    lookAtPage(text, { 'course.yaml': 'id: depot\ntitle: Dépôt\nmodules: [rames]\nvariables: { plan: "https://example.org" }\n' });
  const embed = page('::embed{url="{{plan}}" title="Le plan"}');
  expect([embed.found.filter((one) => !one.startsWith('other-site')), options(embed).url]).toEqual([[], marked('plan')]);
  expect(options(page('::embed{url="https://example.org/{{plan}}" title="Le plan"}')).url).toBe(`https://example.org/${marked('plan')}`);
  const wall = page(':::word-cloud{#mots wall="{{plan}}"}\nQue voyez-vous ?\n:::');
  expect([wall.found, wall.activity?.options.wall]).toEqual([[], marked('plan?')]);
});

test('a file of the course becomes its marker, and a missing one is reported', () => {
  const audio = (files = {}) =>
    lookAtPage('::audio{src=cloche.mp3 title="La cloche" transcript=cloche.txt}', { 'cloche.mp3': 'ID3x', ...files });
  expect(options(audio()).src).toBe(assetMarker('cloche.mp3'));
  expect(new Set(audio().found)).toEqual(new Set(['missing-asset 8']));
  expect(options(audio({ 'cloche.txt': 'Ding.' }))).toMatchObject({ transcriptText: 'Ding.' });
});

test('what may be left out is neither looked for nor made up', () => {
  const { found, nodes } = lookAtPage('::audio{src=cloche.mp3 title="La cloche"}', { 'cloche.mp3': 'ID3x' });
  const [audio] = nodes;
  expect(found).toEqual(['missing-transcript 8']);
  expect(Object.keys(audio?.kind === 'block' ? audio.options : {}).sort()).toEqual(['src', 'title']);
});

test('a picture has its size, whatever the case of its extension', () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"/>';
  for (const name of ['quai.svg', 'quai.SVG']) {
    const figure = lookAtPage(`::figure{src=${name} alt="Le quai"}`, { [name]: svg });
    expect(options(figure)).toMatchObject({ src: assetMarker(name), srcSize: { width: 40, height: 30 } });
  }
});

test('a sentence has its typography, and a pictogram its marker; an unknown one is reported', () => {
  const number = (icon: string) => lookAtPage(`:::key-number{value="12" icon=${icon}}\nDes rames.\n:::`);
  expect(options(number('bread'))).toMatchObject({ icon: assetMarker(pictogramPath('bread')) });
  const { found, list } = number('breadd');
  expect(list[0]?.at.column).toBe(':::key-number{value="12" '.length + 1);
  const english = { 'plan.pdf': pdf(20), 'course.yaml': 'id: depot\ntitle: Depot\nlang: en\nmodules: [rames]\n' };
  expect(options(lookAtPage('::document{src=plan.pdf title="The stop : end"}', english)).title).toBe('The stop : end');
  expect([found, list[0]?.values]).toEqual([['unknown-pictogram 8'], { name: 'breadd', near: 'bread' }]);
  expect(options(lookAtPage('::document{src=plan.pdf title="L\'arrêt : fin"}', { 'plan.pdf': pdf(20) })).title).toBe('L’arrêt\u00a0: fin');
});

test.each(['png', 'jpg', 'jpeg', 'gif', 'webp', 'svg'])('a picture may be a .%s, and has its size if that is known', (ending) => {
  const name = `quai.${ending}`;
  expect(Object.keys(options(lookAtPage(`::figure{src=${name} alt="Le quai"}`, { [name]: 'x' })))).toContain('srcSize');
});

test.each(['md', 'txt', 'TXT'])('the text of a transcript may be in a .%s', (ending) => {
  const name = `cloche.${ending}`;
  const audio = lookAtPage(`::audio{src=cloche.mp3 title="La cloche" transcript=${name}}`, { 'cloche.mp3': 'ID3x', [name]: 'Ding.' });
  expect(options(audio)).toMatchObject({ transcriptText: 'Ding.' });
});

test('captions have their text', () => {
  const captions = 'WEBVTT\n\n00:00.000 --> 00:01.000\nDing.\n';
  const video = lookAtPage('::video{src=quai.mp4 title="Le quai" captions=quai.vtt}', { 'quai.mp4': 'x', 'quai.vtt': captions });
  expect(options(video)).toMatchObject({ captionsText: captions });
  const told = lookAtPage('::video{src=quai.mp4 title="Le quai" transcript=quai.md}', { 'quai.mp4': 'x', 'quai.md': 'Ding.' });
  expect(options(told)).toMatchObject({ transcriptText: 'Ding.' });
});
