import { describe, expect, test } from 'vitest';
import { createScorm2004 } from '../../../src/lms/scorm2004.ts';
import { fieldBytes, givesWay, type Thrift } from '../../../src/model/standards/limits-leaving.ts';
import { StrictLms } from '../../helpers/strict-lms.ts';
import { begun } from '../../lms/bakery.ts';

/** Plays a visit with a package that leaves these out; gives all values that it sets. */
function written(thrift?: readonly Thrift[]): string[] {
  const lms = new StrictLms({ version: '2004', asMoodle: true });
  const driver = createScorm2004(lms.api, thrift);
  driver.start();
  driver.save(begun);
  driver.leave(begun);
  return lms.calls.filter(({ name }) => name === 'SetValue').map(({ args }) => args.join(' '));
}

describe('what a package leaves out', () => {
  const elements: Readonly<Record<Thrift, RegExp>> = {
    weighting: /interactions\.\d+\.weighting /,
    latency: /interactions\.\d+\.latency /,
    timestamp: /interactions\.\d+\.timestamp /,
    description: /interactions\.\d+\.description /,
    patterns: /interactions\.\d+\.correct_responses\.\d+\.pattern /,
    'objective-texts': /cmi\.objectives\.\d+\.description /,
    competencies: /interactions\.\d+\.objectives\.\d+\.id /,
  };

  test.each(givesWay)('%s: is not set, and all else is, in the same order', (kind) => {
    const all = written();
    expect(all.filter((write) => elements[kind].test(write)).length).toBeGreaterThan(0);
    expect(written([kind])).toEqual(all.filter((write) => !elements[kind].test(write)));
  });
});

test('what the LMS had of questions that are gone is sent again, and counts', () => {
  const gone = Array.from({ length: 130 }, (_, place) => [
    [`cmi.interactions.${place}.id`, `gone.${place}`],
    [`cmi.interactions.${place}.type`, 'choice'],
    [`cmi.interactions.${place}.correct_responses.0.pattern`, 'a'],
    [`cmi.interactions.${place}.objectives.0.id`, 'cuisson'],
  ]).flat();
  const stored = Object.fromEntries([['cmi.exit', 'suspend'], ...gone]) as Record<string, string>;
  const heavy = (known: Record<string, string>): boolean | undefined => {
    const lms = new StrictLms({ version: '2004', asMoodle: true, stored: known });
    const driver = createScorm2004(lms.api);
    driver.start();
    // Not before the first save: the whole list would be read.
    expect(driver.isHeavy?.()).toBe(false);
    driver.save({ ...begun, interactions: [] });
    return driver.isHeavy?.();
  };
  expect([heavy(stored), heavy({})]).toEqual([true, false]);
});

test('characters count as bytes of UTF-8, and points of a name as two underscores', () => {
  const plain = fieldBytes('cmi.location', 'abcd');
  expect(plain).toBe(
    '------WebKitFormBoundary0123456789abcdef\r\nContent-Disposition: form-data; name="cmi__location"\r\n\r\nabcd\r\n'.length,
  );
  for (const text of ['é', '’', '🥖', '{', '\u07ff\u0800']) {
    expect(fieldBytes('cmi.location', text)).toBe(plain - 4 + new TextEncoder().encode(text).length);
  }
});
