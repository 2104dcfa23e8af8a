// @vitest-environment happy-dom
import { completionStatus } from '@codemirror/autocomplete';
import { afterEach, expect, test, vi } from 'vitest';
import { beginDirective, beginPicture } from '../../../build/studio/editor/insertions.ts';
import { EditedText } from '../../helpers/edited-text.ts';

afterEach(() => document.body.replaceChildren());

test.each([
  ['Un«»', 'Un\n\n:::«»'],
  ['Un«» pain\nrond', 'Un pain\n\n:::«»\n\nrond'],
  ['Un\n«»\nDeux', 'Un\n:::«»\n\nDeux'],
  ['Un\n«»\n\nDeux', 'Un\n:::«»\n\nDeux'],
  ['Un«»\n \nDeux', 'Un\n\n:::«»\n \nDeux'],
  [':::quiz\nU«»n ?\n\n', ':::quiz\nUn ?\n\n\n\n:::«»'],
  ['Un\n«» \nDeux', 'Un\n :::«»\n\nDeux'],
  ['Un\n\n«»', 'Un\n\n:::«»'],
  ['«Un\n\nDe»ux\n\nTrois', 'Un\n\nDeux\n\n:::«»\n\nTrois'],
  ['«Un\n\n:::quiz\nDe»ux\n:::\n\nFin', 'Un\n\n:::quiz\nDeux\n:::\n\n:::«»\n\nFin'],
  ['---\nid: a\n---«»\n\nUn', '---\nid: a\n---\n\n:::«»\n\nUn'],
  ['---\ni«»d: a\n---\n\nUn', '---\nid: a\n---\n\n:::«»\n\nUn'],
  [':::quiz\n:::choice{#a}\nU«»n ?\n:::\n:::\n\nDeux', ':::quiz\n:::choice{#a}\nUn ?\n:::\n:::\n\n:::«»\n\nDeux'],
])('a directive begun in %j stands apart', (before, after) => {
  const text = new EditedText(before);
  expect(beginDirective(text.view)).toBe(true);
  expect(text.marked).toBe(after);
});

test.each([beginDirective, beginPicture])('the place is focused and in sight, and what may go there is offered', (begin) => {
  const { view } = new EditedText('Un«»');
  const [focus, dispatch] = [vi.spyOn(view, 'focus'), vi.spyOn(view, 'dispatch')];
  begin(view);
  expect([focus.mock.calls.length, completionStatus(view.state)]).toEqual([1, 'pending']);
  expect(dispatch.mock.calls[0]).toEqual([expect.objectContaining({ scrollIntoView: true })]);
});

test.each([
  ['Un «» rond', 'Un ![](«») rond'],
  ['Un «pain» rond', 'Un ![pain](«») rond'],
])('a picture is begun in %j', (before, after) => {
  const text = new EditedText(before);
  expect(beginPicture(text.view)).toBe(true);
  expect(text.marked).toBe(after);
});
