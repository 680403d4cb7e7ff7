/** Lint: the recommended sets, the style of the house, and the import law (see ARCHITECTURE.md). */
import { basename } from 'node:path';
import eslint from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

const vagueNames = '(utils?|helpers?|misc|common)';

/** A file is named for what it does: kebab-case, and never by a word that fits everything. */
const fileNames = {
  create: (context) => ({
    Program(node) {
      const name = basename(context.filename).replace(/\.(d\.ts|[a-z]+)$/, '');
      if (new RegExp(`^${vagueNames}$`).test(name))
        context.report({ node, message: `Name the file for what it does, not "${name}".` });
      if (!/^[a-z0-9]+([-.][a-z0-9]+)*$/.test(name))
        context.report({ node, message: `File names are kebab-case, not "${name}".` });
    },
  }),
};

const inference = ['^onnxruntime-', '^@mediapipe/'];
const anySource = '(^|/)src/';
const ofElement = [...inference, '^@stylemap-tryon/core/', '^@stylemap-tryon/sdk/', anySource];

/** Who must not import what; each row is a folder and the specifiers (as patterns) closed to it. */
const importLaw = [
  { who: 'packages/core/src', forbidden: ['^[^.]'], because: 'core is pure arithmetic and depends on nothing' },
  {
    who: 'packages/sdk/src/shared',
    forbidden: [...inference, '/(client|worker|runtime)/', '^lit'],
    because: 'shared holds types only',
  },
  {
    who: 'packages/sdk/src/client',
    forbidden: [...inference, '/(worker|runtime)/', '^lit'],
    because: 'the client runs on the page, inference in the worker',
  },
  {
    who: 'packages/sdk/src/runtime',
    forbidden: ['^@mediapipe/', '/(client|worker)/', '^lit'],
    because: 'the runtime also serves Node, which has neither page nor worker scope',
  },
  { who: 'packages/sdk/src/worker', forbidden: ['/client/', '^lit'], because: 'the worker has no page' },
  {
    who: 'packages/element/src',
    forbidden: ofElement,
    because: 'the element knows the sdk by its published name only',
  },
  {
    who: 'packages/element/src/words',
    forbidden: [...ofElement, '^lit', '/(fitting|intake|render|rooms|state|styles)/'],
    because: 'words know the codes of the sdk and nothing else',
  },
  {
    who: 'packages/element/src/state',
    forbidden: [...ofElement, '^lit', '/(render|rooms|styles|words)/', '/fitting/'],
    because: 'what is the case does not know how it is shown or made',
  },
  {
    who: 'packages/element/src/render',
    forbidden: [...ofElement, '/fitting/(engine-registry|fitting-session|try-on-runner)', '/rooms/'],
    because: 'views are functions of state, and only fitting/ knows the engine',
  },
  {
    who: 'packages/element/src/shelf',
    forbidden: [...ofElement, '/(rooms|state)/', '/fitting/(engine-registry|fitting-session|try-on-runner)'],
    because: 'a shelf is a guest of the try-on, and uses what a page may use',
  },
  {
    who: 'packages/element/src/rooms',
    forbidden: [...ofElement, '/(fitting|state)/', '^\\.\\./[a-z-]+/'],
    because: 'a room is given values, and knows neither the engine nor another room',
  },
  {
    who: 'packages/assets/src',
    forbidden: ['^(?!node:|\\.|vitest$)'],
    because: 'it hands out files and depends on nothing but Node',
  },
  {
    who: 'packages/cli/src',
    forbidden: ['^@mediapipe/', '^lit', anySource, '/packages/'],
    because: 'the command line uses published names',
  },
  { who: 'examples', forbidden: [anySource], because: 'examples import what a shop would' },
  { who: 'e2e', forbidden: [anySource], because: 'end-to-end tests see what a shop would' },
  { who: 'models/evaluate', forbidden: [anySource, '/packages/'], because: 'the evaluation measures what is published' },
];

const vagueImports = { regex: `(^|/)${vagueNames}(\\.[a-z]+)?$`, message: 'No file is named utils, helpers, misc or common.' };

const restrictImports = (patterns) => ({ 'no-restricted-imports': ['error', { patterns }] });

const folderLaw = ({ who, forbidden, because }) => {
  const closed = forbidden.map((regex) => ({ regex, message: `Import law: ${because}.` }));
  return [
    { files: [`${who}/**`], rules: restrictImports([...closed, vagueImports]) },
    // Tests may use the test runner and Node besides.
    {
      files: [`${who}/**/*.test.ts`, `${who}/testing/**`],
      rules: restrictImports([...closed.filter(({ regex }) => regex !== '^[^.]'), vagueImports]),
    },
  ];
};

export default defineConfig(
  globalIgnores(['**/dist/', 'packages/assets/public/', '**/node_modules/', '**/test-results/', 'models/training/']),
  eslint.configs.recommended,
  tseslint.configs.strict,
  {
    plugins: { house: { rules: { 'file-names': fileNames } } },
    rules: {
      'house/file-names': 'error',
      ...restrictImports([vagueImports]),
      'no-restricted-exports': [
        'error',
        { restrictDefaultExports: { direct: true, named: true, defaultFrom: true, namedFrom: true, namespaceFrom: true } },
      ],
      'no-restricted-syntax': ['error', { selector: 'TSEnumDeclaration', message: 'Use a const tuple and its union.' }],
      eqeqeq: 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
    },
  },
  {
    // The compiler knows the globals of TypeScript; plain JavaScript here is Node or a page of the examples.
    files: ['**/*.mjs', '**/*.js'],
    rules: { 'no-undef': 'off' },
  },
  {
    files: ['packages/*/src/**/*.ts'],
    ignores: ['**/*.test.ts'],
    extends: [tseslint.configs.recommendedTypeCheckedOnly],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    },
  },
  {
    // Arithmetic on typed arrays: `noUncheckedIndexedAccess` makes every read `number | undefined`, and the loop bounds prove it is not.
    files: ['packages/**/*.ts', 'e2e/**/*.ts', '.ci/**/*.ts'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  importLaw.map(folderLaw),
  {
    files: ['packages/sdk/src/worker/**', 'packages/sdk/src/runtime/**'],
    rules: { 'no-restricted-globals': ['error', 'window', 'document'] },
  },
  {
    // Playwright reads from the first parameter's pattern which fixtures to make; none is written {}.
    files: ['e2e/**/*.ts'],
    rules: { 'no-empty-pattern': 'off' },
  },
  {
    // Their tools ask for a default export, or have one.
    files: [
      '*.config.{mjs,ts}',
      'e2e/**/*.config.{js,ts}',
      'e2e/installed/{pack.ts,apps/next/app/*.tsx}',
      'packages/sdk/src/worker/mediapipe-wasm.d.ts',
    ],
    rules: { 'no-restricted-exports': 'off' },
  },
);
