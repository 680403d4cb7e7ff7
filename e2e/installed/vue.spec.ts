import { testApp } from './app-tests.js';
import { serveSubfolder } from './serve-folder.js';

testApp('vue', { serve: serveSubfolder('dist'), typed: true });
