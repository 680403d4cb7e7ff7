import { testApp } from './app-tests.js';
import { serveOtherOrigin } from './serve-other-origin.js';

testApp('html-other-origin', { serve: serveOtherOrigin, serverRendered: true });
