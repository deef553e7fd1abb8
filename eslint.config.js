import js from '@eslint/js';
import noUnsanitized from 'eslint-plugin-no-unsanitized';
import security from 'eslint-plugin-security';
import svelte from 'eslint-plugin-svelte';
import { defineConfig, globalIgnores } from 'eslint/config';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

/** What only Node or only a page has, or what depends on the moment. */
const hostGlobals = [
  ...['process', 'Buffer', 'global', 'require', 'window', 'document', 'navigator', 'localStorage', 'fetch'],
  ...['performance', 'crypto', 'setTimeout', 'setInterval', 'setImmediate', 'console'],
];

/** The engine is deterministic: it reads no clock and no locale of the machine, and draws no chance. */
const deterministic = {
  'no-restricted-properties': [
    'error',
    { object: 'Math', property: 'random', message: 'Pass a seeded generator in.' },
    { object: 'Date', property: 'now', message: 'Dates are arguments.' },
  ],
  // A package's types can bring Node's into view of tsconfig.planner.json; these stay out all the same.
  'no-restricted-globals': ['error', ...hostGlobals],
  'no-restricted-syntax': [
    'error',
    { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Dates are arguments.' },
    { selector: "NewExpression[callee.object.name='Intl'][arguments.length=0]", message: 'State the locale.' },
    { selector: 'CallExpression[callee.property.name=/^toLocale/][arguments.length=0]', message: 'State the locale.' },
    {
      selector: "CallExpression[callee.property.name='localeCompare'][arguments.length<2]",
      message: 'State the locale, or compare with < and >.',
    },
  ],
};

/**
 * The ways in which text becomes code, or costs without end. eslint-plugin-security's rules on file names and on indices are left out:
 * files and tables are what this program works with, and they report every one of them.
 */
const harmless = {
  'no-eval': 'error',
  'no-new-func': 'error',
  'no-script-url': 'error',
  'no-unsanitized/method': 'error',
  'no-unsanitized/property': 'error',
  'security/detect-bidi-characters': 'error',
  'security/detect-buffer-noassert': 'error',
  'security/detect-child-process': 'error',
  'security/detect-eval-with-expression': 'error',
  'security/detect-invisible-characters': 'error',
  'security/detect-new-buffer': 'error',
  'security/detect-non-literal-regexp': 'error',
  'security/detect-non-literal-require': 'error',
  'security/detect-possible-timing-attacks': 'error',
  'security/detect-pseudoRandomBytes': 'error',
  'security/detect-unsafe-regex': 'error',
};

export default defineConfig(
  globalIgnores([
    'dist',
    'schemas/generated',
    'planner/diagram/generated',
    'test-results',
    'playwright-report',
    'coverage',
  ]),
  js.configs.recommended,
  ts.configs.recommendedTypeChecked,
  svelte.configs.recommended,
  {
    languageOptions: {
      globals: { ...globals.browser, ...globals.node },
      parserOptions: { projectService: true, extraFileExtensions: ['.svelte'] },
    },
    rules: {
      // TypeScript itself reports names that do not exist.
      'no-undef': 'off',
      eqeqeq: 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
    },
  },
  { plugins: { security, 'no-unsanitized': noUnsanitized }, rules: harmless },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
    rules: { 'prefer-const': 'off', 'svelte/prefer-const': 'error', 'svelte/no-at-html-tags': 'error' },
  },
  { files: ['planner/**/*.ts'], rules: deterministic },
  // Tests make their patterns from their own tables.
  {
    files: ['test/**/*.ts'],
    rules: { 'no-empty-pattern': 'off', 'security/detect-non-literal-regexp': 'off' },
  },
  { files: ['**/*.{js,mjs,cjs}'], extends: [ts.configs.disableTypeChecked] },
);
