import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const noRoadFromAppToDemo = {
  group: ['**/demo-store/**', '**/demo-store'],
  message:
    'app/ never imports demo-store/: the simulator would grade the model with the model. Speak to it over HTTP.',
};
const noServerInPure = {
  group: ['*.server', './**/*.server', '../**/*.server'],
  allowTypeImports: true,
  message:
    'A .ts file without .server is pure. Put what does I/O into a use case (verb-noun.server.ts) and pass its result in.',
};

const environment = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message:
    'Only app/config.server.ts reads the environment. Add a field to Config and take it from ports.config.',
};
const effectWithValue = {
  selector:
    'CallExpression[callee.name=/^use(Layout)?Effect$/] > ArrowFunctionExpression[expression=true]:first-child',
  message:
    'React calls what an effect returns. Give it braces: calls that returned nothing in one browser return a promise in another (scrollIntoView).',
};

const builtStatement = {
  selector: ":function CallExpression[callee.name='statement']",
  message:
    'A statement stands at the top of its module, so that the test which prepares all of them sees it. Write each form that is needed.',
};

export default tseslint.config(
  {
    ignores: ['build/', '**/dist/', '.demo/', 'data/', 'node_modules/', '.shopify/', 'coverage/'],
  },
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    ignores: ['extensions/**'],
    extends: [...tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/only-throw-error': 'off', // Remix throws Responses.
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      'no-restricted-syntax': ['error', environment],
    },
  },
  {
    // Names say what a thing is: an order, a shopper, the exposure.
    files: ['**/*.{ts,tsx}'],
    ignores: ['extensions/**'],
    rules: { 'id-denylist': ['error', 'one'] },
  },
  {
    files: ['app/**/*.{ts,tsx}'],
    rules: {
      'no-restricted-imports': ['error', { patterns: [noRoadFromAppToDemo] }],
      'no-restricted-syntax': ['error', environment, builtStatement],
    },
  },
  {
    // Pure rooms: time, randomness and thresholds are arguments.
    files: [
      'app/{shops,catalogue,orders,shoppers,guardrails,holdout,consumables,refills,tactics,storefront,mail,reminders,follow-ups,results,privacy,overview}/**/*.ts',
    ],
    ignores: ['**/*.server.ts', '**/*.test.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            noRoadFromAppToDemo,
            noServerInPure,
            {
              group: ['node:*', '!node:crypto', 'react', 'react-dom', '@remix-run/*', '@prisma/*'],
              allowTypeImports: true,
              message:
                'A pure file does no I/O and knows no framework. Move this to a .server.ts or .tsx file.',
            },
          ],
        },
      ],
      'no-restricted-globals': [
        'error',
        { name: 'process', message: 'A pure file takes what it needs as an argument.' },
        { name: 'fetch', message: 'I/O belongs into an adapter behind a port.' },
      ],
      'no-restricted-properties': [
        'error',
        {
          object: 'Date',
          property: 'now',
          message: 'Time is an argument: take `at: Date` from ports.clock.',
        },
        {
          object: 'Math',
          property: 'random',
          message: 'Randomness is an argument: take it from ports.random.',
        },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: 'Time is an argument: take `at: Date` from ports.clock.',
        },
      ],
    },
  },
  {
    files: [
      'app/config.server.ts',
      '*.config.ts',
      'test/**',
      'bench/**',
      'demo-store/**',
      '**/*.test.{ts,tsx}',
    ],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    files: ['**/*.test.{ts,tsx}', 'test/**/*.{ts,tsx}'],
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off', // expect.any() and parsed answers
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-base-to-string': 'off',
    },
  },
  {
    files: ['app/**/*.tsx'],
    plugins: { 'react-hooks': reactHooks },
    rules: reactHooks.configs.recommended.rules,
  },
  {
    files: ['app/**/*.tsx', 'app/**/use-*.ts'],
    rules: { 'no-restricted-syntax': ['error', environment, effectWithValue] },
  },
  {
    // What themes load: a plain script in a stranger's page, of which it knows the browser's own and nothing else.
    files: ['extensions/*/assets/*.js'],
    languageOptions: {
      sourceType: 'script',
      globals: Object.fromEntries(
        (
          'window document navigator location localStorage sessionStorage setTimeout clearTimeout fetch btoa crypto ' +
          'AbortSignal Comment DOMParser Event IntersectionObserver PerformanceObserver'
        )
          .split(' ')
          .map((name) => [name, 'readonly']),
      ),
    },
    rules: { 'no-implicit-globals': 'error', 'no-var': 'error', 'prefer-const': 'error' },
  },
  {
    files: ['**/*.{js,mjs,jsx}'],
    ignores: ['extensions/*/assets/*.js'],
    languageOptions: {
      globals: {
        console: 'readonly',
        process: 'readonly',
        fetch: 'readonly',
        URL: 'readonly',
        setTimeout: 'readonly',
        window: 'readonly',
        document: 'readonly',
        shopify: 'readonly',
        location: 'readonly',
        URLSearchParams: 'readonly',
        Response: 'readonly',
        Request: 'readonly',
        Headers: 'readonly',
        HTMLElement: 'readonly',
        customElements: 'readonly',
        navigator: 'readonly',
        CustomEvent: 'readonly',
        Event: 'readonly',
        MutationObserver: 'readonly',
        history: 'readonly',
        parent: 'readonly',
        self: 'readonly',
        top: 'readonly',
        addEventListener: 'readonly',
        dispatchEvent: 'readonly',
        queueMicrotask: 'readonly',
        localStorage: 'readonly',
        sessionStorage: 'readonly',
        crypto: 'readonly',
        AbortController: 'readonly',
        AbortSignal: 'readonly',
        FormData: 'readonly',
        EventSource: 'readonly',
        setInterval: 'readonly',
        clearInterval: 'readonly',
        clearTimeout: 'readonly',
        Intl: 'readonly',
        Node: 'readonly',
        DOMParser: 'readonly',
        Buffer: 'readonly',
        PopStateEvent: 'readonly',
        btoa: 'readonly',
        atob: 'readonly',
        requestAnimationFrame: 'readonly',
        HTMLInputElement: 'readonly',
        TextEncoder: 'readonly',
        global: 'readonly',
        globalThis: 'readonly',
      },
    },
  },
  {
    files: ['extensions/**/*.jsx'],
    languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } },
    rules: { 'no-unused-vars': ['error', { varsIgnorePattern: '^[A-Z]' }] },
  },
);
