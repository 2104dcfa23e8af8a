import { test } from 'vitest';
import { sampled } from '../helpers/sweep.ts';
import { PATIENCE, playSeed } from './play-seed.ts';

test.each(sampled([1, 2], 1))('nothing of any learner is lost, seed %i', playSeed, PATIENCE);
