import { controls } from './controls.js';
import { layout } from './layout.js';
import { sampleModels } from './sample-models.js';
import { tokens } from './tokens.js';

export const elementStyles = [tokens, layout, controls, sampleModels];
