import { expect, test } from 'vitest';
import { END, VARIABLE_IN_ADDRESS, VARIABLE_IN_HTML, VARIABLE_IN_TEXT } from '../../build/model/markers.ts';
import { partWords } from '../../build/model/part-words.ts';

test('variables of a part are shown as their author wrote them', () => {
  const [html, text, address] = [VARIABLE_IN_HTML, VARIABLE_IN_TEXT, VARIABLE_IN_ADDRESS].map((mark) => `${mark}chef${END}`);
  expect(partWords(`a ${html} b ${text}, ${address}`)).toBe('a {{chef}} b {{chef}}, {{chef}}');
  expect(partWords('rien')).toBe('rien');
});
