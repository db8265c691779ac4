import eslint from '@eslint/js';
import tseslint from 'typescript-eslint';

/**
 * Determinism: same seed, same build, same bytes. Below the command line nothing may read a clock, global
 * randomness, timers, the process environment or the locale. Each ban states why.
 */
const bannedGlobals = [
  {
    name: 'setTimeout',
    message: 'Host timers order work by host speed; use virtual time (a scheduler entry).',
  },
  {
    name: 'setInterval',
    message: 'Host timers order work by host speed; use virtual time (a scheduler entry).',
  },
  {
    name: 'setImmediate',
    message: 'Host timers order work by host speed; use virtual time (a scheduler entry).',
  },
  { name: 'performance', message: 'Reads the host clock; results must not depend on host speed.' },
  { name: 'Intl', message: 'Depends on the host locale; format numbers with toFixed.' },
];

const bannedProperties = [
  { object: 'Date', property: 'now', message: 'Reads the host clock; use ticks or virtual time.' },
  {
    object: 'Math',
    property: 'random',
    message: 'Unseeded; derive a generator from its name path (env/rng).',
  },
  { object: 'process', property: 'env', message: 'Hidden input; pass options from the command line down.' },
  { object: 'process', property: 'hrtime', message: 'Reads the host clock; use ticks or virtual time.' },
  {
    object: 'Promise',
    property: 'race',
    message: 'Its winner depends on host speed; order by virtual time.',
  },
  { object: 'Promise', property: 'any', message: 'Its winner depends on host speed; order by virtual time.' },
  ...[
    'sin cos tan asin acos atan atan2 sinh cosh tanh asinh acosh atanh',
    'exp expm1 log log2 log10 log1p pow cbrt hypot',
  ]
    .join(' ')
    .split(' ')
    .map((property) => ({
      object: 'Math',
      property,
      message: 'Not bit-identical across machines; use + - * / sqrt, or the helpers of env/physics/trig.',
    })),
  ...['toLocaleString', 'localeCompare', 'toLocaleLowerCase', 'toLocaleUpperCase'].map((property) => ({
    property,
    message: 'Depends on the host locale; compare with < and format with toFixed.',
  })),
];

const bannedSyntax = [
  {
    selector: "BinaryExpression[operator='**'], AssignmentExpression[operator='**=']",
    message: '`**` is not bit-identical across machines; multiply.',
  },
  {
    selector: "NewExpression[callee.name='Date']",
    message: 'Reads the host clock; use ticks or virtual time.',
  },
];

/** Imports point one way: events <- env <- agents <- cli and events <- metrics <- viewer <- cli. */
const layers = {
  events: ['@quorum/env', '@quorum/agents', '@quorum/metrics', '@quorum/viewer', '@quorum/cli'],
  env: ['@quorum/agents', '@quorum/metrics', '@quorum/viewer', '@quorum/cli'],
  agents: ['@quorum/metrics', '@quorum/viewer', '@quorum/cli'],
  metrics: ['@quorum/env', '@quorum/agents', '@quorum/viewer', '@quorum/cli'],
  viewer: ['@quorum/env', '@quorum/agents', '@quorum/cli'],
};

const importRule = (forbidden, extra = []) => [
  'error',
  {
    patterns: [
      {
        group: forbidden.flatMap((name) => [name, `${name}/*`]),
        message: 'Imports point one way: events <- env <- agents <- cli, events <- metrics <- viewer <- cli.',
      },
      { group: ['@quorum/*/src/*', '@quorum/*/dist/*'], message: 'Use the public entry of the package.' },
      ...extra,
    ],
  },
];

const browserSafe = {
  group: ['node:*', 'zod'],
  message: 'Folds and types run unchanged in a browser bundle: no Node and no zod here.',
};

export default tseslint.config(
  { ignores: ['**/dist/**', '**/node_modules/**', 'benchmarks/results/**', 'runs/**'] },
  eslint.configs.recommended,
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [...tseslint.configs.recommendedTypeChecked],
    languageOptions: {
      parserOptions: {
        project: ['./tsconfig.check.json', './packages/viewer/tsconfig.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true } }],
      'max-lines': ['error', { max: 350, skipBlankLines: true, skipComments: true }],
      'max-params': ['error', 5],
      eqeqeq: 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
    },
  },
  {
    files: ['packages/{events,env,agents,metrics}/src/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-globals': ['error', ...bannedGlobals],
      'no-restricted-properties': ['error', ...bannedProperties],
      'no-restricted-syntax': ['error', ...bannedSyntax],
      'no-console': 'error',
    },
  },
  ...Object.entries(layers).map(([name, forbidden]) => ({
    files: [`packages/${name}/src/**/*.{ts,tsx}`],
    rules: { 'no-restricted-imports': importRule(forbidden) },
  })),
  {
    files: ['packages/events/src/**/*.ts'],
    ignores: ['packages/events/src/{node,schema}/**', '**/*.test.ts'],
    rules: { 'no-restricted-imports': importRule(layers.events, [browserSafe]) },
  },
  {
    files: ['packages/metrics/src/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: { 'no-restricted-imports': importRule(layers.metrics, [browserSafe]) },
  },
  {
    files: ['**/*.js'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        URL: 'readonly',
        AbortController: 'readonly',
      },
    },
  },
  { files: ['**/vitest.config.ts', '**/vite.config.ts'], rules: { 'no-restricted-exports': 'off' } },
);
