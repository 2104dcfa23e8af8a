import { join } from 'node:path';
import { usePieces } from '../../build/pieces.ts';

usePieces(join(import.meta.dirname, '../../.cartable/program/pieces'));
