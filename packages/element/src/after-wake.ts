/** What is needed from the shopper's first act on, as one chunk: it loads beside the models. */
export { FittingSession } from './fitting/fitting-session.js';
export { paintPhoto, paintResult } from './fitting/pictures.js';
export { compareView } from './render/compare-view.js';
export { CompareSlider } from './render/compare-slider.js';
export { doneView } from './render/done-view.js';
export { Exporter } from './rooms/export/exporter.js';
export { adoptDoneStyles } from './styles/done-styles.js';
