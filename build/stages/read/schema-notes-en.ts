import { type FileNotes, type Notes, note } from './schema-notes.ts';

const accent = note('Accent colour, readable on white: the build checks the contrast.', '#1D4ED8', '#12663F');
const logo = note('Picture in the course’s folder, at the top of each page.', 'assets/logo.svg');
const duration = note('Planned time, in minutes.', '90min', 45);
const pass = note('Pass mark in per cent. Without it, nobody passes or fails.', 60);
const completion = note(
  'When the session is completed: all pages seen, the activities done, the pass mark reached, or all seen and the pass mark reached.',
  'activities',
  'visited',
  'score',
  'visited+score',
);
const onFail = note('Below the pass mark after the last attempt: the session stays incomplete, or it is failed.', 'incomplete', 'failed');

const themeNotes: Notes = {
  theme: note('Colour and logo.', { accent: '#1D4ED8', logo: 'assets/logo.svg' }),
  'theme.accent': accent,
  'theme.logo': logo,
};

/** `course.yaml`. */
const course: Notes = {
  id: note('Permanent id of the course: platforms find the course again by it.', 'repair-cafe'),
  title: note('Title of the course.', 'Running a repair café'),
  lang: note('Language of the course and of what stands around it on screen.', 'en', 'fr'),
  organisation: note(
    'Training organisation: read out in place of the logo to those who can’t see it, and printed on the upload sheet.',
    'Northgate Training',
  ),
  profile: note('Room to reckon with for saved state: that of Moodle, or that of any LMS.', 'moodle', 'strict'),
  package: note(
    'Package of the whole course: one tracked module for each session, or a single module whose chapters are the sessions.',
    'sco-per-module',
    'one-sco',
  ),
  targets: note('Formats to build.', ['scorm12', 'web'], ['scorm12', 'scorm2004-3', 'scorm2004-4', 'web']),
  'course-targets': note(
    'Formats of the package of the whole course. Without this key: those of “targets”, save SCORM 2004, of which Moodle would record the first session only; none for a course of one session.',
    ['scorm12'],
    ['scorm12', 'scorm2004-4'],
    [],
  ),
  competencies: note('Competencies that are tracked. Activities name them by their id.', [{ id: 'c1', title: 'Find a fault' }]),
  'competencies[].id': note('Permanent id of the competency.', 'c1'),
  'competencies[].title': note('What a person is able to do.', 'Find a fault'),
  people: note('People of the story: scenes have them speak, and the cover presents them.', [
    { id: 'priya', name: 'Priya', role: 'Repairer', face: { hair: 'long', skin: 'brown' } },
  ]),
  'people[].id': note('Id of the person, by which scenes and the cover name them.', 'priya'),
  'people[].name': note('Name as it is shown.', 'Priya'),
  'people[].role': note('What they do, under the name.', 'Repairer'),
  'people[].face': note('A drawn face.', { hair: 'bob', glasses: 'round' }),
  'people[].face.hair': note('Hair, or what is worn on it.', 'short', 'bob', 'bun-scarf', 'headscarf'),
  'people[].face.hair-colour': note('Colour of the hair, where the drawing can have one.', 'brown', 'grey'),
  'people[].face.skin': note('Skin tone.', 'light', 'brown'),
  'people[].face.expression': note('Usual expression.', 'smile', 'calm'),
  'people[].face.glasses': note('Glasses.', 'round', 'none'),
  'people[].face.beard': note('Beard or moustache.', 'short', 'none'),
  'people[].face.clothes': note('Colour of the clothes.', 'blue', 'orange'),
  'people[].picture': note('Picture in the folder of the course, in place of a drawn face.', 'assets/priya.jpg'),
  'people[].colour': note('Colour behind the face, from 1 to 4. Without it: by the position in the list.', 1, 2),
  modules: note('Sessions of the course, in order: “session-1” is the file session-1.md.', ['session-1', 'session-2']),
  variables: note('Usual values of {{…}}. A cohort may change them, and adds none.', { contact: 'your trainer' }),
  pace: note('One step at a time, or the whole page.', 'steps', 'page'),
  'theme.name': note('Look: plain, warm, or bold.', 'plain', 'editorial', 'vif'),
  ...themeNotes,
};

/** `cohorts/<cohort>.yaml`. */
const cohort: Notes = {
  title: note('Title of the cohort.', '2027 cohort, online'),
  tags: note('Tags: parts with only=online are shown only to cohorts that have the tag “online”.', ['online']),
  variables: note('Values of {{…}} for this cohort.', { contact: 'Ms Shaw' }),
  ...themeNotes,
  modules: note('What is different in a session, by its id.', { 'session-1': { pass: 50 } }),
  'modules{}.title': note('Title of the session for this cohort.', 'Session 1, online'),
  'modules{}.duration': duration,
  'modules{}.pass': pass,
  'modules{}.completion': completion,
  'modules{}.on-fail': onFail,
  includes: note('Files that take the place of others wherever a session includes them.', { 'shared/rules.md': 'shared/rules-2027.md' }),
};

/** Front matter of a module. */
const module: Notes = {
  id: note('Permanent id of the session: the name of its file, too.', 'session-1'),
  title: note('Title of the session.', 'Session 1: Opening day'),
  duration,
  competencies: note('Competencies of the session, as course.yaml names them.', ['c1', 'c2']),
  completion,
  pass,
  'on-fail': onFail,
  pace: note('One step at a time, or the whole page. Without this key: as in course.yaml.', 'steps', 'page'),
  lead: note(
    'Promise of the session in one or two sentences, on its cover.',
    'The shop opens on Saturday, and nobody has baked yet. Where do you begin?',
  ),
  aims: note('What learners will be able to do at the end, on the cover, with a pictogram or without.', [
    'name three flours',
    { text: 'plan your own first day', icon: 'spiral-calendar' },
  ]),
  cover: note('Picture of the cover, in the folder of the course.', 'assets/cover.svg'),
  certificate: note('A certificate to print, once the session is completed.', true),
  bands: note('What the results say, by the score. The highest “from” that is reached counts.', [
    { from: 70, text: 'You can run a Saturday alone.' },
    { from: 0, text: 'Take the quiz again before the next session.' },
  ]),
  'bands[].from': note('Score from which this text holds, in per cent.', 70, 0),
  'bands[].text': note('The text, without formatting.', 'You can run a Saturday alone.'),
  people: note('People whom the cover presents. Without this key: those who speak in the scenes.', ['priya', 'tom'], []),
};

/** Front matter of a bank. */
const bank: Notes = {
  title: note('Title of the question bank.', 'Questions for session 1'),
};

export const englishNotes: FileNotes = { course, cohort, module, bank };
