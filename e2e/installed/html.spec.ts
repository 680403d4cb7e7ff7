import { testApp } from './app-tests.js';
import { serveSubfolder } from './serve-folder.js';

testApp('html', { serve: serveSubfolder('public'), serverRendered: true });
