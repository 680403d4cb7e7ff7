import { choices } from './choices.js';
import { controls } from './controls.js';
import { layout } from './layout.js';
import { tokens } from './tokens.js';
import { tools } from './tools.js';

export const elementStyles = [tokens, layout, controls, choices, tools];
