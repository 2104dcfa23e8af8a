import { expect, it } from 'vitest';
import { readText } from '../../../helpers/read-text.ts';

it.each([
  ['a heading without its space', '##Le frein', ['no-space-after-sign 1:1']],
  ['a box without its space', '-[x] Le patin', ['no-space-after-sign 1:1']],
  ['a line without its space', '-Le patin\n-La cloche', ['no-space-after-sign 1:1', 'no-space-after-sign 2:1']],
  ['a bullet of a word processor', '• Le patin', ['pasted-bullet 1:1']],
  ['dashes of a word processor', '– Le patin\n– La cloche', ['pasted-bullet 1:1']],
  ['dashes below a colon', 'Voici :\n– Le patin\n– La cloche', ['pasted-bullet 2:1']],
  ['dashes below a bold colon', '**Voici :** \n– Le patin\n– La cloche', ['pasted-bullet 2:1']],
  ['a letter and a tab of a word processor', 'a)\tLe patin\nb)\tLa cloche', ['pasted-bullet 1:1']],
  ['cells of a word processor', 'Frein\tForce\nPatin\tforte', ['pasted-table 1:1']],
  ['cells with spaces around their tabs', 'Frein \t\t Force\nPatin \t forte', ['pasted-table 1:1']],
  ['cells that end in such a letter', 'Frein o\tForce\nPatin o\tforte', ['pasted-table 1:1']],
  ['cells below a sentence, at the first row', 'Les patins\nFrein\tForce\nPatin\tforte\nSable\tfaible', ['pasted-table 2:1']],
  ['letters below a sentence, at the first', 'Les patins\na)\tLe patin\nb)\tLa cloche\nc)\tLe sable', ['pasted-bullet 2:1']],
  ['bullets below a sentence, at the first', 'Les patins\n• Le patin\n▪ La cloche', ['pasted-bullet 2:1']],
  ['rows without a line below the first', '| Frein | Force |\n| Patin | forte |', ['table-without-line 1:1']],
  ['a heading without its space in a second line', 'Un.\n  ##Frein', ['no-space-after-sign 2:3']],
  ['an empty box without its space', '-[] Le patin', ['no-space-after-sign 1:1']],
  ['dashes before no-break spaces', '–\u00a0Le patin\n–\u00a0La cloche', ['pasted-bullet 1:1']],
  ['a letter, a space and a tab', 'a) \tLe patin\nb) \tLa cloche', ['pasted-bullet 1:1']],
  ['a letter that also stands in the line above', 'Voir a) ici\na)\tLe patin\nb)\tLa cloche', ['pasted-bullet 2:1']],
  ['a no-break space before an address', 'Voir [le plan]\u00a0(plan.pdf).', ['blank-before-address 1:6']],
  ['a file in capitals', 'Voir [le plan] (PLAN.PDF).', ['blank-before-address 1:6']],
  ['a space in the address of a page', 'Voir [le plan](le plan.html).', ['blank-in-address 1:16']],
  ['a space in an address in capitals', 'Voir [le plan](le plan.PDF).', ['blank-in-address 1:16']],
  ['a space in an address of mail', 'Voir [le plan](mailto:a b).', ['blank-in-address 1:16']],
  ['a space in an address of a site', 'Voir [le plan](http://a b).', ['blank-in-address 1:16']],
  ['stars before emphasis', '** *ici*', ['loose-stars 1:1']],
  ['stars below others that the author wants', 'Un \\* ici.\n\nLe ** patin ** freine.', ['loose-stars 3:4']],
  ['stars beside another mark that is text', 'Un \\_ et ** patin', ['loose-stars 1:10']],
  ['stars in a line behind a hard break', 'Le patin\\\nfreine ** ici.', ['loose-stars 2:8']],
  ['stars behind bold words and a sign that is written otherwise', 'Le **fer** &amp; la fonte ** ici.', ['loose-stars 1:27']],
  ['stars before the same words', 'Le *x* a ** ici. *y* b ** ici.', ['loose-stars 1:10', 'loose-stars 1:24']],
  ['stars in two lines that are the same', 'a ** b\na ** b', ['loose-stars 1:3', 'loose-stars 2:3']],
  ['a space in an address', 'Voir [le plan](le plan.pdf).', ['blank-in-address 1:16']],
  ['a space before an address', 'Voir [le plan] (plan.pdf).', ['blank-before-address 1:6']],
  ['each space in an address', '[un](le plan.pdf) et [deux](mailto:a b@example.org)', ['blank-in-address 1:6', 'blank-in-address 1:29']],
  ['each space before an address', '[un] (un.pdf) et [deux] (deux.pdf)', ['blank-before-address 1:1', 'blank-before-address 1:18']],
  ['a number and a tab of a word processor', '1°\tLe patin\n2°\tLa cloche', ['pasted-bullet 1:1']],
  ['stars that make nothing bold', 'Le ** patin ** freine.', ['loose-stars 1:4']],
  ['stars far behind the start', 'Le patin de frein du tramway de nuit ** ici.', ['loose-stars 1:38']],
  ['stars behind a sign that is written otherwise', 'Le fer &amp; la fonte ** ici.', ['loose-stars 1:23']],
  ['stars in a second line', 'Le patin\nfreine ** ici.', ['loose-stars 2:8']],
  ['stars before a bold word', 'Le ** patin et **le tram**.', ['loose-stars 1:4']],
  ['three stars before a word', 'Un ***patin ici.', ['loose-stars 1:4']],
  ['a dash before a box', '– [ ] Le patin', ['pasted-bullet 1:1']],
  ['bullets of other kinds, once', '▪ Le patin\n◦ La cloche', ['pasted-bullet 1:1']],
  ['a title underlined with signs', 'Le frein\n========', ['underlined-title 1:1']],
  ['a title above a rule', 'Le frein\n---', ['underlined-title 1:1']],
  ['a box of another tool', '[( )] Le patin\n[(x)] La cloche', ['foreign-box 1:1']],
  ['a line below a choice that is its feedback', '- [x] Le patin\n  → Il freine.', ['feedback-without-sign 2:3']],
  ['a line below a choice that says so', '- [ ] La cloche\n  Non : elle sonne.', ['feedback-without-sign 2:3']],
  ['a definition that no link uses', 'Texte.\n\n[Remarque]: importante', ['unused-reference 3:1']],
  ['a reference to a note that is missing', 'Le patin[^1] freine.', ['footnote 1:9']],
])('reports %s', (_, text, found) => expect(readText(text).found).toEqual(found));

it.each([
  ['a number behind a sign', '#1 du dépôt'],
  ['a tab at the start of a line', 'Frein\tForce\n\tforte'],
  ['an address behind one letter', 'Voir [a] (plan.pdf).'],
  ['a hidden name of two stars', 'Mme D** freine.'],
  ['stars before a number', 'La note **3 ici.'],
  ['stars before a stroke', 'Le **/ ici.'],
  ['one row', '| Frein | Force |'],
  ['a link that the author does not want', 'Voir \\[le plan](plan.pdf).'],
  ['brackets with a sign that is written otherwise', 'Voir [le &amp; plan] (plan.pdf).'],
  ['a number below zero', '-5 °C au dépôt'],
  ['emphasis', '*Ici* on freine.'],
  ['words in brackets behind brackets', 'Voir [le plan](du quai).'],
  ['direct speech', '– Freinez, dit-elle.'],
  ['dashes inside a sentence', 'Voici\n– Le patin\n– La cloche'],
  ['one line with a tab', 'Frein\tForce\nPatin'],
  ['dashes of a poem', '– Un\\\n– Deux'],
  ['lines of a poem with tabs', 'Frein\tForce\\\nPatin\tforte'],
  ['a separator', '• • •'],
  ['a legend', '• = oui'],
  ['a citation', 'Le plan [sic] (https://example.org).'],
  ['stars of a hotel', 'Un hôtel *** au quai.'],
  ['a hidden name', 'Mme D*** freine.'],
  ['stars that the author wants, and others beside them', 'Le \\*\\* patin\net ** la cloche.'],
  ['a cell of stars', '| a | b |\n|---|---|\n| ** | *** |'],
  ['a power', 'La force est 2**3 ici.'],
  ['a dash that goes on', '– Le patin'],
  ['dashes with hard breaks', 'Voici :\n– Le patin  \n– La cloche'],
  ['stars that the author wants', 'Le \\*\\* patin.'],
  ['a sentence above a rule', 'Le tram freine.\n\n---'],
  ['a choice that continues', '- [x] Le patin\n  et la cloche'],
  ['a quotation that goes on', '- [x] Elle crie « Freinez !\n  Non : plus fort »'],
  ['a definition that a link uses', 'Voir [le plan].\n\n[le plan]: https://example.org'],
])('lets %s be text', (_, text) => expect(readText(text).found).toEqual([]));

it('quotes the start of a line without its space', () => {
  expect(readText('##Le frein à patin du tramway de nuit').values).toEqual({ sign: '##', text: 'Le frein à patin du tramway de…' });
});

it('cuts a quotation after thirty characters', () => {
  const quoted = (length: number) => readText(`##${'f'.repeat(length)}`).values;
  expect([30, 31].map(quoted)).toEqual([
    { sign: '##', text: 'f'.repeat(30) },
    { sign: '##', text: `${'f'.repeat(30)}…` },
  ]);
});

it('suggests the line to write', () => {
  expect(readText('Frein\tForce\nPatin\tforte').values).toEqual({ fit: '| Frein | Force |' });
  expect(readText('Frein \t Force\nPatin \t forte').values).toEqual({ fit: '| Frein | Force |' });
  expect(readText('##Le frein  \nici').values).toEqual({ sign: '##', text: 'Le frein' });
  expect(readText('![Le plan] (plan.png)').values).toEqual({ fit: '![Le plan](plan.png)' });
  expect(readText('Le frein\n===').values).toEqual({ sign: '===', fit: '# Le frein' });
  expect(readText('Voir [le plan] (plan.pdf).').values).toEqual({ fit: '[le plan](plan.pdf)' });
  expect(readText('- [x] Le patin\n  → Il freine.').values).toEqual({ text: 'Il freine.' });
  expect(readText('Le ** patin ** freine.').values).toEqual({ text: '** patin ** freine.' });
  expect(readText('Le patin** freine le tramway de nuit au dépôt.').values).toEqual({ text: 'n** freine le tramway de nuit a' });
  expect(readText('a)\tLe patin\nb)\tLa cloche').values).toEqual({ sign: 'a)' });
  expect(readText('Voir [le plan]( le plan.pdf ).').values).toEqual({ address: 'le plan.pdf' });
});

it('only warns of a colon that may have been wrapped, after a short line', () => {
  expect(readText('Patin\n: il freine').found).toEqual(['warning definition-list 2:1']);
  expect(readText(': il freine').found).toEqual(['definition-list 1:1']);
  expect(readText(`${'Un long début de phrase '.repeat(4)}\n: il freine`).found).toEqual([]);
});

it('quotes the stars with what is near them', () => {
  expect(readText('Le fer &amp; la fonte ** ici.').values).toEqual({ text: '** ici.' });
  expect(readText(`Le patin** ${'x'.repeat(40)}`).values).toEqual({ text: `n** ${'x'.repeat(27)}` });
});

it('knows the bullets, dashes and letters of word processors', () => {
  const found = (text: string) => readText(text).found.length;
  const bullets = ['• ', '▪ ', '◦\u00a0', '‣', '– [ ] ', '— [x] '].map((sign) => `${sign}Le patin`);
  const pairs = ['— ', ...['o', '§', '\uf0a7', '\uf0b7', '–', '—', 'iii.', 'b°', 'z)'].map((sign) => `${sign}\t`)];
  expect([...bullets, ...pairs.map((sign) => `${sign}Le patin\n${sign}La cloche`)].map(found)).toEqual(Array(16).fill(1));
});

it('knows the addresses of sites, mail, pages and files behind a space', () => {
  const files = 'png jpg jpeg gif webp avif svg mp3 mp4 m4a m4v webm wav ogg pdf md txt csv zip doc docx xls xlsx ppt pptx odp ods odt';
  const addresses = ['https://example.org', 'http://example.org', 'mailto:a@example.org', 'www.example.org', '#quai'];
  const all = [...addresses, ...files.split(' ').map((type) => `plan.${type}`)];
  const text = (address: string) => readText(`Voir [le plan] (${address}).`).found;
  expect(all.filter((address) => text(address)[0] !== 'blank-before-address 1:6')).toEqual([]);
  expect(['plan.exe', 'le plan.pdf', '#12'].map(text)).toEqual([[], [], []]);
});

it('quotes the sign that a word processor wrote', () => {
  const sign = (text: string) => readText(text).values;
  expect([sign('–  Le patin\n– La cloche'), sign('  ◦ Le patin'), sign('o\tLe patin\no\tLa cloche')]).toEqual([
    { sign: '–' },
    { sign: '◦' },
    { sign: 'o' },
  ]);
  expect([sign('-[x] Le patin'), sign('+[ ] Le patin'), sign('-Le patin')]).toEqual([
    { sign: '-', text: '[x] Le patin' },
    { sign: '+', text: '[ ] Le patin' },
    { sign: '-', text: 'Le patin' },
  ]);
});
