import { expect, test } from 'vitest';
import { lookAt, lookAtPage, valuesOf } from '../../helpers/look-at.ts';

const CHOICE = ':::choice{#frein}\nQuel frein ?\n\n- [x] Le patin\n- [ ] La cloche\n:::';
const found = (body: string) => lookAtPage(body).found;

test('adjacent texts are one block of the page; a directive separates them', () => {
  const { nodes } = lookAtPage(`Une rame.\n\nUn quai.\n\n${CHOICE}\n\nUn tram.`);
  expect(nodes.map((node) => (node.kind === 'prose' ? node.html : node.kind))).toEqual([
    '<p>Une rame.</p>\n<p>Un quai.</p>',
    'activity',
    '<p>Un tram.</p>',
  ]);
});

test('so are texts inside a directive', () => {
  const { nodes } = lookAtPage(':::cards{#freins}\n## Le patin\nIl freine.\n\nIl serre.\n\n## La cloche\nElle sonne.\n:::');
  const [first] = nodes.flatMap((node) => (node.kind === 'activity' ? (node.activity.options.cards as { nodes: unknown[] }[]) : []));
  expect(first?.nodes).toEqual([{ kind: 'prose', html: '<p>Il freine.</p>\n<p>Il serre.</p>' }]);
});

test('a trainer’s note is kept apart from the page, under the page’s id', () => {
  const { found, module, nodes } = lookAtPage('Une rame.\n\n:::trainer\nAnnoncer la pause.\n:::');
  expect([found, module?.notes, nodes.length]).toEqual([[], { quai: ['<p>Annoncer la pause.</p>'] }, 1]);
});

test('what an activity says afterwards is not part of its question', () => {
  const { found, activity } = lookAtPage(CHOICE.replace(/:::$/, ':::after\nBien vu.\n:::\n:::'));
  expect([found, activity?.after, activity?.options.prompt]).toEqual([[], '<p>Bien vu.</p>', '<p>Quel frein\u202f?</p>']);
});

test('texts for some outcomes are kept apart, in their order', () => {
  const parts = [':::after{when="wrong; right"}\nOui ou non.\n:::', ':::after\nPour tous.\n:::', ':::after{when=right}\nBien vu.\n:::'];
  const { found, activity } = lookAtPage(CHOICE.replace(/:::$/, `${parts.join('\n\n')}\n:::`));
  expect([found, activity?.after]).toEqual([[], '<p>Pour tous.</p>']);
  expect(activity?.cases).toEqual([
    { when: ['right', 'wrong'], after: '<p>Oui ou non.</p>' },
    { when: ['right'], after: '<p>Bien vu.</p>' },
  ]);
});

test('a note, a directive or words for afterwards stand only where they are read', () => {
  expect(found(':::after\nBien vu.\n:::')).toEqual(['inner-activity 8']);
  expect(found(CHOICE.replace('Quel frein ?', ':::callout\nAttention.\n:::\n\nQuel frein ?'))).toEqual(['inner-activity 9']);
  expect(found(CHOICE.replace('Quel frein ?', ':::chioce\nAttention.\n:::\n\nQuel frein ?'))).toEqual(['unknown-directive 9']);
  expect(found(`::::quiz{#tour}\n:::callout\nAttention.\n:::\n${CHOICE}\n::::`)).toContain('inner-activity 9');
});

test('attributes of a note or of words for afterwards would have no effect', () => {
  expect(found('Une rame.\n\n:::trainer{only=mardi}\nLa pause.\n:::')).toEqual(['unread-braces 10']);
  expect(found(CHOICE.replace(/:::$/, ':::after{only=mardi}\nBien vu.\n:::\n:::'))).toEqual(['unread-braces 13']);
});

test('an unknown directive is reported once, with the nearest name, and hides no other mistake', () => {
  const looked = lookAtPage(`${CHOICE.replace('choice', 'chioce')}\n\n${CHOICE}`);
  expect(looked.found).toEqual(['unknown-directive 8', 'duplicate-id 15']);
  expect(valuesOf(looked, 'unknown-directive')).toMatchObject({ name: 'chioce', near: 'choice' });
});

test('an activity that lacks an attribute still has its id and its cohorts', () => {
  expect(found(`:::numeric{#frein}\nQuelle pente ?\n:::\n\n${CHOICE}`)).toEqual(['missing-attribute 8', 'duplicate-id 12']);
  const only = { 'cohorts/mardi.yaml': 'title: Mardi\ntags: [mardi]\n' };
  expect(lookAtPage(CHOICE.replace('#frein', '#frein only=mardi'), only).activity?.only).toEqual(['mardi']);
  expect(lookAtPage(':::callout{only="mardi; paper"}\nUn mot.\n:::', only).nodes).toMatchObject([{ only: ['mardi'], medium: 'paper' }]);
  expect(lookAtPage(CHOICE.replace('[ ]', '[x]')).activity?.options.multiple).toBe(true);
});

test('an activity has at most 200 parts', () => {
  const lines = (count: number): string =>
    Array.from({ length: count }, (_, index) => `- [${index === 0 ? 'x' : ' '}] Wagon ${index}`).join('\n');
  const codes = (count: number) =>
    found(`:::choice{#train}\nLequel ?\n\n${lines(count)}\n:::`).filter((code) => code.startsWith('too-many-parts'));
  expect([codes(200), codes(201)]).toEqual([[], ['too-many-parts 8']]);
});

test('an activity has the author’s points, attempts and competencies, and one point if it can be judged', () => {
  const of = (attributes: string) => lookAtPage(CHOICE.replace('#frein', `#frein ${attributes}`)).activity;
  expect(of('')).toMatchObject({ points: 1, attempts: 0, competencies: [], required: true, seenBy: 'trainer' });
  expect(of('points=3 attempts=2 competency=freiner required=no')).toMatchObject({
    points: 3,
    attempts: 2,
    competencies: ['freiner'],
    required: false,
  });
  expect(lookAtPage(':::writing{#journal seen-by=me}\nVotre jour.\n\n## Hier\n:::').activity).toMatchObject({ points: 0, seenBy: 'me' });
});

test('an activity takes its title from its question, else from the author, else from its type', () => {
  const title = (body: string) => lookAtPage(body).activity?.title;
  expect(title(CHOICE.replace('#frein', '#frein title="Les freins"'))).toBe('Quel frein\u202f?');
  expect(title(CHOICE.replace('Quel frein ?\n\n', '').replace('#frein', '#frein title="Les freins : un"'))).toBe('Les freins\u00a0: un');
  expect(title(CHOICE.replace('Quel frein ?\n\n', ''))).not.toMatch(/patin|choice/);
});

test('a competency must be one of the course’s', () => {
  const looked = lookAtPage(CHOICE.replace('#frein', '#frein competency=freinr'));
  expect([looked.found, valuesOf(looked, 'unknown-competency')]).toEqual([['unknown-competency 8'], { id: 'freinr', near: 'freiner' }]);
});

test('an activity without an id gets the first free suggestion', () => {
  const missing = lookAtPage(
    `${CHOICE.replace('#frein', '')}\n\n${CHOICE.replace('#frein', '')}\n\n${CHOICE.replace('#frein', '#quel-frein-2')}`,
  );
  expect(missing.list.filter(({ code }) => code === 'missing-id').map(({ values }) => values.suggestion)).toEqual([
    '{#quel-frein}',
    '{#quel-frein-3}',
  ]);
});

test('a tag of no cohort shows its part to nobody', () => {
  const cohort = { 'cohorts/mardi.yaml': 'title: Mardi\ntags: [mardi, soir]\n' };
  const looked = lookAtPage(`Une rame.\n\n${CHOICE.replace('#frein', '#frein only="mardi; soirs"')}`, cohort);
  expect([looked.found, valuesOf(looked, 'tag-of-nobody')]).toEqual([['tag-of-nobody 10'], { tag: 'soirs', near: 'soir' }]);
  expect(found(`Une rame.\n\n${CHOICE.replace('#frein', '#frein only=soirs')}`)).toEqual([]);
  expect(
    lookAt({ ...cohort, 'rames.md': '---\nid: rames\ntitle: Rames\ncompletion: visited\n---\n# Le quai {#quai only=lundi}\n\nUne rame.\n' })
      .found,
  ).toContain('tag-of-nobody 6');
});

test('a block has its type, its attributes and its content', () => {
  const { found, nodes } = lookAtPage(':::callout{kind=warning}\nUn conseil.\n:::');
  const options = expect.objectContaining({ kind: 'warning', html: '<p>Un conseil.</p>' });
  expect([found, nodes]).toEqual([[], [{ kind: 'block', type: 'callout', options }]]);
});

test('each part up to the 200th is kept, those above have the last marker', () => {
  const lines = (count: number): string => Array.from({ length: count }, (_, n) => `- [${n === 0 ? 'x' : ' '}] Wagon ${n}`).join('\n');
  const { activity } = lookAtPage(`:::choice{#train}\nLequel ?\n\n${lines(200)}\n:::`);
  const tokens = ((activity?.options.choices ?? []) as { token: string }[]).map(({ token }) => token);
  expect([activity?.parts.length, new Set(tokens).size]).toEqual([200, 200]);
  expect(valuesOf(lookAtPage(`:::choice{#train}\nLequel ?\n\n${lines(203)}\n:::`), 'too-many-parts')).toEqual({
    name: 'choice',
    has: 203,
    limit: 200,
  });
});

test('a directive that isn’t closed is reported once, and its id is taken', () => {
  const open = lookAtPage(`${CHOICE}\n\n:::choice{#frein}\nQuel autre ?`);
  expect(open.found.filter((code) => code.startsWith('duplicate-id'))).toEqual(['duplicate-id 15']);
  expect(open.nodes.filter(({ kind }) => kind === 'activity')).toHaveLength(1);
});

test('what is inside an activity is reported with the name of that activity', () => {
  const looked = lookAtPage(CHOICE.replace('Quel frein ?', ':::callout\nAttention.\n:::\n\nQuel frein ?'));
  expect(valuesOf(looked, 'inner-activity')).toEqual({ name: 'callout', outer: 'choice' });
  expect(valuesOf(lookAtPage(':::after\nBien vu.\n:::'), 'inner-activity')).toEqual({ name: 'after', outer: '#' });
  expect(found(':::band{from=0}\nRelisez.\n:::')).toEqual(['band-outside-quiz 8']);
  expect(found(CHOICE.replace('Quel frein ?', ':::band{from=0}\nRelisez.\n:::\n\nQuel frein ?'))).toEqual(['band-outside-quiz 9']);
  expect(found(':::callout\n:::trainer\nLa pause.\n:::\n:::')).toEqual(['inner-activity 9']);
  expect(found(CHOICE.replace('Quel frein ?', ':::trainer\nLa pause.\n:::\n\nQuel frein ?'))).toEqual(['inner-activity 9']);
});

test('a title of the page can’t stand inside an activity or a block', () => {
  expect(found(CHOICE.replace('Quel frein ?', '# Le frein\n\nQuel frein ?'))).toEqual(['heading-in-activity 9']);
  expect(found(':::callout\n# Le frein\n\nUn patin.\n:::')).toEqual(['heading-in-activity 9']);
  expect(found(':::callout\n#### Le frein\n\nUn patin.\n:::')).toEqual(['heading-jump 9']);
  expect(found(':::cards{#freins}\n## Le patin\nIl freine.\n\n# Le frein\n\nIl serre.\n:::')).toContain('heading-in-activity 12');
});

test('an activity that is right or wrong as a whole has no words for partly', () => {
  const after = (when: string): string => CHOICE.replace(/:::$/, `:::after{when=${when}}\nBien vu.\n:::\n:::`);
  expect([found(after('partly')), found(after('wrong'))]).toEqual([['when-never-partly 13'], []]);
});

test('on a page that goes further activities are optional and have no points, but the questions of a quiz are as it is', () => {
  const page = (body: string): unknown[] => {
    const text = `---\nid: rames\ntitle: Rames\ncompletion: visited\n---\n# Le quai {#quai}\n\nUne rame.\n\n# Le sable {#sable further}\n\n${body}\n`;
    const [node] = lookAt({ 'rames.md': text }).module?.pages[1]?.nodes ?? [];
    return node?.kind === 'activity' ? [node.activity, ...insideOf(node.activity.options)] : [];
  };
  const weights = (body: string): unknown[] => page(body).map((one) => [(one as Weight).points, (one as Weight).required]);
  expect(weights(CHOICE)).toEqual([[0, false]]);
  expect(weights(`::::accordion{#replis}\n## Avant\n\n${CHOICE}\n::::`)).toEqual([
    [0, false],
    [0, false],
  ]);
  expect(weights(`::::quiz{#tour}\n${CHOICE}\n::::`).at(-1)).toEqual([1, true]);
});

interface Weight {
  readonly points: number;
  readonly required: boolean;
}

/** Lists the activities in options, at any depth. */
function insideOf(options: unknown): readonly unknown[] {
  if (typeof options !== 'object' || options === null) return [];
  if ('points' in options && 'required' in options) return [options];
  return Object.values(options).flatMap(insideOf);
}

test('what an activity lacks is not reported where something almost right is in it', () => {
  expect(found(':::choice{#tour}\nQui ?\n\n-[x] Le patin\n- [ ] La cloche\n:::')).toEqual(['no-space-after-sign 11']);
  expect(found(':::choice{#tour}\nQui ?\n\n-[x] Le patin\n- [ ] La cloche\n\n> Non.\n:::')).toEqual(['no-space-after-sign 11']);
  expect(found(':::choice{#tour}\n-[x] Le patin\n- [ ] La cloche\n:::')).toEqual(['no-space-after-sign 9']);
  expect(found(CHOICE.replace('Quel frein ?\n\n', '').replace('La cloche', 'le patin'))).toEqual(['item-twice 10']);
});

test('a quiz whose only question can’t be read isn’t reported as empty, too', () => {
  const quiz = (inner: string) => found(`:::::quiz{#bilan}\n${inner}\n:::::`);
  expect(quiz('')).toEqual(['empty-quiz 8']);
  expect(quiz('::::chioce{#frein}\nQuel frein ?\n\n- [x] Le patin\n- [ ] La cloche\n::::')).toEqual(['unknown-directive 9']);
});
