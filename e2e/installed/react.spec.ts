import { testApp } from './app-tests.js';
import { serveSubfolder } from './serve-folder.js';

testApp('react', { serve: serveSubfolder('dist'), typed: true });
