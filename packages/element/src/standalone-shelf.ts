/** The shelf for a plain `<script type="module">`, in place of the tag's, which it brings along. */
import './standalone.js';

export * from './shelf.js';
