import type { Language } from '../../helpers/examples-project.ts';

/** An answer with its feedback. */
type Answer = readonly [text: string, feedback: string];

/** Texts typed into the studio in the guide of the first session. */
export interface Story {
  readonly course: string;
  readonly lead: string;
  readonly aims: readonly [string, string];
  readonly page: string;
  readonly start: string;
  readonly people: readonly [StoryPerson, StoryPerson];
  readonly scene: {
    readonly prompt: string;
    readonly place: string;
    readonly first: string;
    readonly second: string;
  };
  readonly choice: { readonly question: string; readonly answers: readonly [Answer, Answer, Answer] };
  readonly quiz: {
    readonly prompt: string;
    readonly question: string;
    readonly answers: readonly [Answer, Answer];
    readonly statements: readonly [Answer, Answer];
  };
}

interface StoryPerson {
  readonly name: string;
  readonly role: string;
  /** Key of the studio's word for the hair. */
  readonly hair: string;
}

export const stories: Readonly<Record<Language, Story>> = {
  fr: {
    course: 'Un premier accueil',
    lead: 'Bruno pose une lettre sur votre bureau. Par quoi commencez-vous ?',
    aims: ['écouter avant de proposer', 'choisir la première démarche'],
    page: 'Lundi, 9 h',
    start: 'À l’ouverture, quelqu’un attend déjà.',
    people: [
      { name: 'Amina', role: 'conseillère', hair: 'face.hair.bun' },
      { name: 'Bruno', role: 'vient pour la première fois', hair: 'face.hair.thin' },
    ],
    scene: {
      prompt: 'Bruno pose une enveloppe ouverte sur la table.',
      place: 'À la permanence, lundi',
      first: 'Ils me coupent l’électricité vendredi. Je ne sais pas par où commencer.',
      second: 'Asseyez-vous. Nous allons lire la lettre ensemble.',
    },
    choice: {
      question: 'Que fait Amina ensuite ?',
      answers: [
        ['Elle demande ce que Bruno a déjà essayé.', 'Oui : on choisit mieux une démarche quand on sait ce qui a été fait.'],
        ['Elle appelle le fournisseur devant lui.', 'Pas encore : elle ne sait pas ce qui a déjà été dit au téléphone.'],
        ['Elle remplit une demande d’aide.', 'Plus tard peut-être : une aide se demande quand le besoin est clair.'],
      ],
    },
    quiz: {
      prompt: 'Deux questions pour finir.',
      question: 'Que cherche-t-on d’abord dans la lettre ?',
      answers: [
        ['La date de la coupure', 'Oui : elle dit de combien de temps on dispose.'],
        ['Le nom de la personne qui a signé', 'Utile plus tard. D’abord, le temps qui reste.'],
      ],
      statements: [
        ['Lire la lettre à deux aide à reprendre la main.', 'Vrai : ce qui est nommé fait moins peur.'],
        ['Il faut tout savoir d’une vie pour aider.', 'Faux : on demande ce qui sert à la démarche.'],
      ],
    },
  },
  en: {
    course: 'A first welcome',
    lead: 'Bruno puts a letter on your desk. Where do you begin?',
    aims: ['listen before you suggest', 'choose the first step'],
    page: 'Monday, 9 o’clock',
    start: 'The doors have just opened, and somebody is waiting.',
    people: [
      { name: 'Amina', role: 'adviser', hair: 'face.hair.bun' },
      { name: 'Bruno', role: 'here for the first time', hair: 'face.hair.thin' },
    ],
    scene: {
      prompt: 'Bruno puts an open envelope on the table.',
      place: 'At the advice desk, Monday',
      first: 'They will cut off my electricity on Friday. I don’t know where to begin.',
      second: 'Take a seat. We will read the letter together.',
    },
    choice: {
      question: 'What does Amina do next?',
      answers: [
        ['She asks what Bruno has already tried.', 'Yes: a step is easier to choose when you know what has been done.'],
        ['She phones the supplier in front of him.', 'Not yet: she doesn’t know what has been said on the phone.'],
        ['She fills in a request for help.', 'Later, perhaps: help is requested when the need is clear.'],
      ],
    },
    quiz: {
      prompt: 'Two questions to finish.',
      question: 'What do you look for first in the letter?',
      answers: [
        ['The date of the cut', 'Yes: it shows how much time is left.'],
        ['The name of the person who signed', 'Useful later. First, the time that is left.'],
      ],
      statements: [
        ['Reading the letter together helps to regain control.', 'True: what is named frightens less.'],
        ['You must know all of a life to help.', 'False: ask for what the step requires.'],
      ],
    },
  },
};
