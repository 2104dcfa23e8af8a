// @vitest-environment happy-dom
import { h } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test, vi } from 'vitest';
import { AddForm, OpenText } from '../../../build/studio/course/add-form.tsx';
import { button, draw, field, fill, looks, press, undraw } from '../../helpers/drawn.ts';

const onAdd = vi.fn<(name: string) => void>();

afterEach(async () => {
  await undraw();
  onAdd.mockClear();
});

test('a name is given without the spaces around it, and the field is empty again', async () => {
  await draw(h(AddForm, { label: 'Nom', action: 'Ajouter', placeholder: 'Le sel', onAdd }));
  expect([field('Nom').placeholder, field('Nom').maxLength, button('Ajouter').type]).toEqual(['Le sel', 200, 'submit']);
  expect(looks()).toEqual(['soft plus']);
  await fill('Nom', ' Le pain  ');
  expect(onAdd).not.toHaveBeenCalled();
  await press('Ajouter');
  expect([onAdd.mock.calls, field('Nom').value]).toEqual([[['Le pain']], '']);
});

test('sending the form does not leave the page; spaces alone add nothing', async () => {
  await draw(h(AddForm, { label: 'Nom', action: 'Ajouter', onAdd }));
  expect(field('Nom').hasAttribute('placeholder')).toBe(false);
  await fill('Nom', '   ');
  const event = new Event('submit', { bubbles: true, cancelable: true });
  await act(() => void document.querySelector('form')?.dispatchEvent(event));
  expect([event.defaultPrevented, onAdd.mock.calls, field('Nom').value]).toEqual([true, [], '']);
});

test('a button that shows only an icon has a name', async () => {
  const onPress = vi.fn();
  await draw(h(OpenText, { text: 'Ouvrir : Le pain', onPress }));
  expect([button('Ouvrir : Le pain').textContent, button('Ouvrir : Le pain').querySelector('path') !== null]).toEqual(['', true]);
  expect(looks()).toEqual(['quiet only-icon file-text']);
  await press('Ouvrir : Le pain');
  expect(onPress).toHaveBeenCalledOnce();
});
