import { describe, expect, test } from 'vitest';
import { createScorm12 } from '../../../src/lms/scorm12.ts';
import { createScorm2004 } from '../../../src/lms/scorm2004.ts';
import { StrictLms } from '../../helpers/strict-lms.ts';
import { begun, choice, passed, slots } from '../../lms/bakery.ts';

const moodle = (version: '1.2' | '2004'): StrictLms => new StrictLms({ version, asMoodle: true });

describe('1.2', () => {
  test('moodle 23: every question is registered by id and type, in one order, before anything is answered', () => {
    const lms = moodle('1.2');
    const driver = createScorm12(lms.api);
    driver.start();
    driver.register(slots);
    driver.save({ ...begun, interactions: [] });
    expect([0, 1, 2].map((place) => lms.stored[`cmi.interactions.${place}.id`])).toEqual(['farine', 'four.b', 'avis']);
    expect([0, 1, 2].map((place) => lms.stored[`cmi.interactions.${place}.type`])).toEqual(['choice', 'numeric', 'fill-in']);
  });

  test('moodle 23: wrong, short times, no description, and all of it taken', () => {
    const lms = moodle('1.2');
    const driver = createScorm12(lms.api);
    driver.start();
    driver.register(slots);
    driver.save({ ...passed, interactions: [choice, ...passed.interactions.slice(1)] });
    expect(lms.stored).toMatchObject({ 'cmi.interactions.0.result': 'wrong', 'cmi.interactions.0.latency': '0000:00:12.3' });
    expect(Object.keys(lms.stored).filter((element) => element.endsWith('description'))).toEqual([]);
    expect([lms.refused, lms.overlong]).toEqual([[], []]);
  });
});

describe('2004', () => {
  test('moodle 24: id, type, then the rest; times with two decimals; one line of text; and all of it taken', () => {
    const lms = moodle('2004');
    const driver = createScorm2004(lms.api);
    driver.start();
    driver.save(passed);
    const first = lms.calls.filter(({ args }) => String(args[0]).startsWith('cmi.interactions.0.')).map(({ args }) => args[0]);
    expect(first.slice(0, 2)).toEqual(['cmi.interactions.0.id', 'cmi.interactions.0.type']);
    expect(lms.stored['cmi.interactions.0.timestamp']).toMatch(/T[\d:]{8}\.\d\dZ$/);
    expect(Object.values(lms.stored).filter((value) => value.includes('\n'))).toEqual([]);
    expect([lms.refused, lms.overlong]).toEqual([[], []]);
  });

  test('moodle 24: the ending of a story is recorded, though a hyphen is refused', () => {
    const lms = moodle('2004');
    const driver = createScorm2004(lms.api);
    driver.start();
    const slot = { type: 'performance', right: [], text: '' } as const;
    const way = {
      ...choice,
      slot,
      response: { type: 'performance', steps: [['1', 'b'] as const, ['end', 'porte-fermee'] as const] },
    } as const;
    expect(driver.save({ ...begun, interactions: [way] })).toEqual({ ok: true });
    expect(lms.stored['cmi.interactions.0.learner_response']).toBe('1[.]b[,]end[.]porte_fermee');
    expect(lms.refused).toEqual([]);
  });

  test('moodle 24: at the next launch the type comes again before the right answers', () => {
    const first = moodle('2004');
    const driver = createScorm2004(first.api);
    driver.start();
    driver.leave(begun);
    const lms = first.launchAgain();
    const next = createScorm2004(lms.api);
    next.start();
    expect(next.save({ ...begun, state: 'v1-9' })).toEqual({ ok: true });
    expect(lms.refused).toEqual([]);
  });
});
