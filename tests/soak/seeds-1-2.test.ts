import { test } from 'vitest';
import { PATIENCE, playSeed } from './play-seed.ts';

test.each([1, 2])('nothing of any learner is lost, seed %i', playSeed, PATIENCE);
