// @vitest-environment happy-dom
import { h } from 'preact';
import { afterEach, expect, test, vi } from 'vitest';
import { BanksSection } from '../../../build/studio/course/banks.tsx';
import { language, t } from '../../../build/studio/strings.ts';
import { type OpenDesk, openDesk } from '../../helpers/course-desk.ts';
import { buttons, draw, fill, looks, press, undraw, wordsOf } from '../../helpers/drawn.ts';

language.value = 'en';
const BANK = '---\ntitle: Le levain\n---\n\n:::choice{#a}\n- [x] a\n:::\n\n:::choice{#b}\n- [x] b\n:::\n';
const TEXTS = {
  'course.yaml': 'id: four\nlang: fr\n',
  'banks/levain.md': BANK,
  'banks/lisez.txt': '',
  'banks/notes.md.txt': '',
  'banks/sel.md': ':::choice{#c}\n- [x] c\n:::\n',
  'pain.md': '# Un {#un}\n\n::quiz{#q bank=banks/levain.md draw=2}\n',
};
const onImport = vi.fn();

async function opened(texts: Readonly<Record<string, string>> = TEXTS): Promise<OpenDesk> {
  const open = await openDesk(texts);
  await draw(h(BanksSection, { desk: open.desk, onImport }));
  return open;
}
async function add(title: string): Promise<void> {
  await fill(t('course.newBank'), title);
  await press(t('course.addBank'));
}
const names = (): string[] => [...document.querySelectorAll('.s-course-name')].map(wordsOf);

afterEach(async () => {
  await undraw();
  onImport.mockClear();
});

test('banks have their title or file, their questions, and where these are drawn', async () => {
  const { studio } = await opened();
  expect([wordsOf(document.querySelector('h1')), document.querySelector('header p')?.textContent]).toEqual([
    t('course.banks'),
    t('course.banks.lead'),
  ]);
  expect(looks()).toEqual(['quiet only-icon file-text', 'quiet only-icon file-text', 'soft plus', 'plain upload']);
  expect(names()).toEqual([
    `Le levain${t('course.questions', { n: 2 })} banks/levain.md`,
    `banks/sel.md${t('course.questions', { n: 1 })} banks/sel.md`,
  ]);
  expect([...document.querySelectorAll('.s-course-under')].map((one) => wordsOf(one.querySelector('summary, span')))).toEqual([
    `${t('course.used', { n: 1 })} : Le levain`,
    t('course.unused'),
  ]);
  expect(wordsOf(document.body)).not.toContain(t('course.banks.none'));
  await press(t('course.write', { name: 'Le levain' }));
  expect(studio.cursor.value).toMatchObject({ path: 'modules/four/banks/levain.md', line: 1 });
});

test('that there is no bank is shown', async () => {
  await opened({ 'course.yaml': 'id: four\n', 'banks/lisez.txt': '' });
  expect([wordsOf(document.querySelector('p.s-course-about')), names()]).toEqual([t('course.banks.none'), []]);
});

test('a new bank has a free name, its title, and ids that begin with its name', async () => {
  const { text, desk } = await opened();
  await add('La mie');
  const made = text('banks/la-mie.md') ?? '';
  expect(made).toMatch(/^---\ntitle: La mie\n---\n/);
  expect(made.match(/\{#[^ }]+/g)).toEqual(['{#la-mie-identifiant', '{#la-mie-tirage', '{#la-mie-marque']);
  expect([desk.announced.value, names()[0]]).toEqual([
    t('course.added', { name: 'La mie' }),
    `La mie${t('course.questions', { n: 3 })} banks/la-mie.md`,
  ]);
  await add('Sel');
  expect([text('banks/sel.md'), text('banks/sel-2.md')?.includes('title: Sel\n')]).toEqual([TEXTS['banks/sel.md'], true]);
  await add('…');
  expect(text('banks/banque.md')).toContain('{#banque-tirage}');
});

test('a new bank has the language of the course', async () => {
  const { text } = await opened({ 'course.yaml': 'id: four\nlang: en\n' });
  await add('Crumb');
  expect(text('banks/crumb.md')?.match(/\{#[^ }]+/g)).toEqual(['{#crumb-id', '{#crumb-draw', '{#crumb-mark']);
  expect(text('banks/crumb.md')).toContain('What is the id of a question for?');
});

test('questions can be imported', async () => {
  await opened();
  expect(buttons().at(-1)).toBe(t('course.import'));
  await press(t('course.import'));
  expect(onImport).toHaveBeenCalledOnce();
});
