import { expect, test } from 'vitest';
import { dataOfScript } from '../../../build/versions/read/script.ts';

const script = (body: string): string => `window.cartableContent=(function(r){return${body}});\n`;

test('data is read without running the script, and addresses lose the path to the root', () => {
  const body =
    '{"image":"<img src=\\""+r+"assets/a.svg\\">","two":""+r+"a"+r+"b","plain":"+r+","n":[1,null],"e":"\\n"+r+"\\na\\n\\n"+r+"\\n"}';
  expect(dataOfScript(script(body))).toEqual({
    image: '<img src="assets/a.svg">',
    two: 'ab',
    plain: '+r+',
    n: [1, null],
    e: '\n\na\n\n\n',
  });
});

test.each(['', '\n', '\n \n'])('data may have lines, and the script may end with %j', (end) => {
  expect(dataOfScript(`window.cartableRest=(function(r){return{\n"a":"b\\"}\\\\"\n}});${end}`)).toEqual({ a: 'b"}\\' });
});

test.each([
  ['an empty text', ''],
  ['code in front of the data', `alert(1);${script('{}')}`],
  ['data under another name', script('{}').replace('Content', 'Pages')],
  ['another script', 'alert(1)'],
  ['code in place of data', script('alert(1)')],
  ['code behind the data', `${script('{}')}alert(1)`],
  ['a text that is cut', script('{"a":"b"}').slice(0, -8)],
])('%s has no data', (_, text) => {
  expect(dataOfScript(text)).toBeUndefined();
});
