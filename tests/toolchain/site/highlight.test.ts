import { describe, expect, test } from 'vitest';
import { highlight } from '../../../build/toolchain/site/highlight.ts';

/** Returns marked source with its classes in short: `name(text)`. */
const marks = (html: string): string => html.replace(/<span class="k-([a-z]+)">(.*?)<\/span>/gs, '$1($2)');

const markdown = (text: string): string => marks(highlight(text, 'markdown'));
const yaml = (text: string): string => marks(highlight(text, 'yaml'));

describe('a line of Markdown', () => {
  test.each([
    [':::choice{#four}', 'sign(:::choice)value({#four})'],
    ['::figure', 'sign(::figure)'],
    [':::', 'sign(:::)'],
    [':one', ':one'],
    ['# Le four {#le-four}', 'sign(# )title(Le four)value( {#le-four})'],
    ['###### Le pain', 'sign(###### )title(Le pain)'],
    ['####### Le pain', '####### Le pain'],
    ['#pain', '#pain'],
    ['> Bravo', 'sign(&gt; )back(Bravo)'],
    ['  >Bravo', 'sign(  &gt;)back(Bravo)'],
    ['- [x] Le four', 'sign(- [x] )Le four'],
    ['- [X] Le four', 'sign(- [X] )Le four'],
    ['- [ ] Le four', 'sign(- [ ] )Le four'],
    ['  * Le **four**', 'sign(  * )Le bold(**four**)'],
    ['12. La pâte', 'sign(12. )La pâte'],
    ['-Le four', '-Le four'],
    ['a **b** c', 'a bold(**b**) c'],
    ['[[levain]] ou [[]]', 'sign([[levain]]) ou sign([[]])'],
    ['{{ four }}', 'sign({{ four }})'],
    ['[le four](four.md)', '[le foursign(](four.md))'],
    ['[four]() {{}}', '[foursign(]()) sign({{}})'],
    ['Le four{#un}{.b}{id=c} {1}', 'Le foursign({#un})sign({.b})sign({id=c}) {1}'],
    ['5 > 3', '5 &gt; 3'],
    ['La [ ] case', 'La [ ] case'],
    ['le:::four', 'le:::four'],
    ['a **b c', 'a **b c'],
    ['****', '****'],
    ['>', 'sign(&gt;)'],
    ['a < b & "c"', 'a &lt; b &amp; &quot;c&quot;'],
    ['**a<b**', 'bold(**a&lt;b**)'],
    ['', ''],
  ])('%s', (written, marked) => {
    expect(markdown(written)).toBe(marked);
  });
});

describe('a line of YAML', () => {
  test.each([
    ['title: Le four', 'sign(title:) Le four'],
    ['bands:', 'sign(bands:)'],
    ['  - { id: a }', '  - { id: a }'],
    ['  - id: a', 'sign(  - id:) a'],
    ['pass-mark: 80 # percent', 'sign(pass-mark:) 80back( # percent)'],
    ['# A comment', 'back(# A comment)'],
    ['a: 1 # ', 'sign(a:) 1back( # )'],
    ['colour: "#fff"', 'sign(colour:) &quot;#fff&quot;'],
    ['a#b', 'a#b'],
    ['a# b', 'a# b'],
    ['colour: #fff', 'sign(colour:) #fff'],
    ['Le four', 'Le four'],
    ['', ''],
  ])('%s', (written, marked) => {
    expect(yaml(written)).toBe(marked);
  });
});

test('the head of a session is YAML, and only the first', () => {
  expect(markdown('---\ntitle: Le four\n---\ntitle: Le four\n---\ntitle: b')).toBe(
    'sign(---)\nsign(title:) Le four\nsign(---)\ntitle: Le four\n---\ntitle: b',
  );
  expect(markdown('Le four\n---\na: b')).toBe('Le four\n---\na: b');
});

test('lines of YAML are marked one by one, and other languages stay plain', () => {
  expect(yaml('a: 1\nb: 2')).toBe('sign(a:) 1\nsign(b:) 2');
  expect(highlight('# a: <b>', 'sh')).toBe('# a: &lt;b&gt;');
  expect(highlight('# a', '')).toBe('# a');
});
