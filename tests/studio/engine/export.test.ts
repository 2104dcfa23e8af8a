import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { BANK, OVEN, openOven, PAIN } from '../../helpers/oven-course.ts';
import { DiskRequest } from '../../helpers/studio-course.ts';

beforeAll(() => void vi.stubGlobal('XMLHttpRequest', DiskRequest));
afterAll(() => void vi.unstubAllGlobals());

test('a bank is written alone, under its title', async () => {
  const given = await openOven().engine.give({ to: 'gift', bank: BANK });
  expect(given).toMatchObject({ name: 'pain.gift', made: 1, remarks: [] });
  expect('text' in given && given.text).toMatch(/^\$CATEGORY: \$course\$\/top\/Le sel\n[\s\S]*Du sel/);
  expect('text' in given && given.text).not.toContain('levain');
});

test('a bank that no session uses is written, too, and the course stays as it is', async () => {
  const { engine } = openOven({
    'modules/four/banks/farine.md': (OVEN.get(BANK) ?? '').replace('#sel', '#farine').replace('Le sel', 'La farine'),
  });
  const given = await engine.give({ to: 'gift', bank: 'modules/four/banks/farine.md' });
  expect(given).toMatchObject({ name: 'farine.gift', made: 1 });
  expect(engine.change(new Map()).course?.sessions.map(({ id }) => id)).toEqual(['pain']);
});

test('a bank is written without the numbers of the course', async () => {
  const given = await openOven({ 'modules/four/course.lock.yaml': '[' }).engine.give({ to: 'gift', bank: BANK });
  expect(given).toMatchObject({ name: 'pain.gift', made: 1 });
});

test('the whole course is written under its id, with the questions of its sessions', async () => {
  const given = await openOven().engine.give({ to: 'moodle-xml', bank: '' });
  expect(given).toMatchObject({ name: 'four.xml', made: 2 });
  const text = 'text' in given ? given.text : '';
  expect([text.startsWith('<?xml'), text.includes('<idnumber>levain</idnumber>'), text.includes('<idnumber>sel</idnumber>')]).toEqual([
    true,
    true,
    true,
  ]);
});

test('all sessions of the course are written', async () => {
  const course = (OVEN.get('modules/four/course.yaml') ?? '').replace('[pain]', '[pain, mie]');
  const mie =
    '---\nid: mie\ntitle: La mie\nduration: 10min\n---\n\n# Mie {#mie-page}\n\n:::choice{#croute}\nQui ?\n\n- [x] Un\n- [ ] Deux\n:::\n';
  const given = await openOven({ 'modules/four/course.yaml': course, 'modules/four/mie.md': mie }).engine.give({ to: 'gift', bank: '' });
  expect(given).toMatchObject({ made: 3, text: expect.stringContaining('::croute::') });
});

test('what a format lacks is listed with its place', async () => {
  const given = await openOven().engine.give({ to: 'gift', bank: '' });
  expect(given).toEqual({
    name: 'four.gift',
    text: expect.stringMatching(/top\/Le pain\n\n[\s\S]*::levain::[\s\S]*top\/Le sel\n\n[\s\S]*::sel::/),
    made: 2,
    remarks: [expect.stringMatching(/^pain\.md:9 #levain GIFT ne connaît pas les points\s: 2$/)],
  });
  const english = await openOven({}, 'en').engine.give({ to: 'gift', bank: '' });
  expect('remarks' in english && english.remarks).toEqual([expect.not.stringContaining('connaît')]);
});

test('a mistake prevents it, and is reported with its place', async () => {
  const broken = (OVEN.get(PAIN) ?? '').replace('- [x] Oui', '- [ ] Oui');
  const given = await openOven({ [PAIN]: broken }).engine.give({ to: 'gift', bank: '' });
  expect(given).toEqual({ errors: [expect.stringMatching(/^modules\/four\/pain\.md:9 \S/)] });
});

test('variables are filled in; a bank without a title has the name of its file, and a title with a path is a path', async () => {
  const course = { 'modules/four/course.yaml': `${OVEN.get('modules/four/course.yaml')}variables: { sel: gros sel }\n` };
  const bank = (front: string) => ({
    ...course,
    [BANK]: (OVEN.get(BANK) ?? '').replace('title: Le sel', front).replace('Du sel', 'Du {{sel}}'),
  });
  const text = async (front: string) => JSON.stringify(await openOven(bank(front)).engine.give({ to: 'gift', bank: BANK }));
  expect(await text('title: Le sel › Gros')).toMatch(/top\/Le sel\/Gros.*Du gros sel/);
});

test('mistakes are listed in the order of the texts, without warnings', async () => {
  const broken = (OVEN.get(PAIN) ?? '')
    .replace('- [x] Oui', '- [ ] Oui')
    .replace('Le levain lève', '{#quai}\n\nPatin\n: il freine\n\nLe levain lève');
  const given = await openOven({ [PAIN]: broken }).engine.give({ to: 'gift', bank: '' });
  expect('errors' in given && given.errors.map((one) => one.split(' ')[0])).toEqual(['modules/four/pain.md:9', 'modules/four/pain.md:10']);
});
