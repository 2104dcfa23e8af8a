// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { guides, missingSection } from '../helpers/guides.ts';
import { walkPage } from '../helpers/keyboard.ts';
import { describeLeftOpen, readLeftOpen } from '../helpers/left-open.ts';

test('a walk that is stuck names the file, the activity, what its hint asks, and what to do', () => {
  document.documentElement.lang = 'en';
  document.body.innerHTML = `<div class="c-page" hidden><section data-activity="before" data-type="timetable" data-state="new"></section></div>
<div class="c-page">
<section data-activity="first-tram" data-type="timetable" data-state="draft"><p class="c-hint">Give a time, as 14:30.</p>
<p class="c-missing"><span>That is no time.</span></p></section>
<section data-activity="last-tram" data-type="timetable" data-state="done"></section>
<section data-activity="driver" data-type="roster" data-state="new"><p class="c-missing" hidden><span></span></p></section></div>`;
  expect(readLeftOpen('').map(({ id }) => id)).toEqual(['first-tram', 'driver']);
  expect(readLeftOpen('timetable').map(describeLeftOpen)).toEqual([
    'templates/timetable/example.en.md: the keyboard walk left “first-tram” draft: its hint asks “Give a time, as 14:30.”, it says “That is no time.”. If its fields want other words, name them as `walk` in templates/timetable/type.ts',
  ]);
  expect(describeLeftOpen(readLeftOpen('roster')[0] as never)).toContain('“driver” new: it has no hint. If');
});

test('a section that a guide lacks is named with its file, and with the example that belongs there', () => {
  expect(guides.map((guide) => missingSection(guide, 'timetable'))).toEqual([
    'docs/ecrire-une-seance.md has no section for “timetable”: write a heading that ends in “: `timetable`”, below it templates/timetable/example.md letter by letter, and each attribute',
    'docs/writing-a-session.md has no section for “timetable”: write a heading that ends in “: `timetable`”, below it templates/timetable/example.en.md letter by letter, and each attribute',
  ]);
});

test('the walk types a type’s own texts, and plain words elsewhere', async () => {
  const stop = { kind: 'text', activity: 'first-tram', type: 'timetable', state: 'new', settled: false, outlined: true, markup: '' };
  const stops = [stop, { ...stop, type: 'roster' }, { ...stop, kind: 'next' }];
  const typed: string[] = [];
  const frame = { url: () => 'http://depot/course/sco/', evaluate: async () => stops.shift() };
  const keyboard = { press: async () => undefined, type: async (text: string) => void typed.push(text) };
  await walkPage({ frames: () => [frame], keyboard } as never, (type) => (type === 'timetable' ? { text: '14:30' } : undefined));
  expect(typed).toEqual(['14:30', 'partenariat 2']);
});
