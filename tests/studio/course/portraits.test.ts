import { expect, test } from 'vitest';
import { plainFace } from '../../../build/model/course-file.ts';
import { Portraits } from '../../../build/studio/course/portraits.ts';

test('portraits that are asked for together are drawn by one call, and each only once', async () => {
  const calls: number[] = [];
  const portraits = new Portraits(async (faces) => {
    calls.push(faces.length);
    return faces.map(({ hair }) => `<svg><!--${hair}--></svg>`);
  });
  const [short, bob, again] = [plainFace, { ...plainFace, hair: 'bob' as const }, plainFace].map((face) => portraits.of(face));
  expect(short).toBe(again);
  await new Promise((done) => setTimeout(done, 0));
  expect(calls).toEqual([2]);
  expect(short?.value).toMatch(/^blob:/);
  expect(await (await fetch(bob?.value ?? '')).text()).toBe('<svg><!--bob--></svg>');
  portraits.close();
});
