import { testApp } from './app-tests.js';
import { serveSubfolder } from './serve-folder.js';

testApp('svelte', { serve: serveSubfolder('dist'), typed: true });
