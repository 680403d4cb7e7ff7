import { controls } from './controls.js';
import { layout } from './layout.js';
import { tokens } from './tokens.js';

export const elementStyles = [tokens, layout, controls];
