import { testApp } from './app-tests.js';
import { serveSubfolder } from './serve-folder.js';

testApp('webpack', { serve: serveSubfolder('public'), serverRendered: true });
