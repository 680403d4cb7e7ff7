import { testApp } from './app-tests.js';
import { serveNext } from './serve-next.js';

testApp('next', { serve: serveNext, serverRendered: true });
