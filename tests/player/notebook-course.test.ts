// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { bakeryCourse } from '../helpers/bakery.ts';
import { openStage } from './stage.ts';

it('the notebook names a course that is one SCO once, and sets its chapters, pages and questions apart', () => {
  const stage = openStage({ content: bakeryCourse(), extra: '<section data-activity="ailleurs"><p>Rien</p></section>' });
  stage.type('recette', 'Farine');
  stage.button('recette').click();
  stage.press('notebook', '#c-contents');
  expect((document.getElementById('c-text') as HTMLTextAreaElement).value).toBe(
    'La boulangerie\n\n\nUne nuit au fournil\n\nLe fournil\n\nrecette\nFarine\n',
  );
});
