import { test } from 'vitest';
import { PATIENCE, playSeed } from './play-seed.ts';

// A file of its own: a second worker plays it at the same time.
test.each([3, 4])('nothing of any learner is lost, seed %i', playSeed, PATIENCE);
