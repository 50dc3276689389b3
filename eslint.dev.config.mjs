// What n8n's gate (eslint.config.mjs, for nodes/, credentials/ and package.json) leaves open: the newest rules for n8n's nodes,
// the rules that need types, for all code, and the rest of the code at all.
import js from '@eslint/js';
import importX from 'eslint-plugin-import-x';
import n8nNodesBase from 'eslint-plugin-n8n-nodes-base';
import globals from 'globals';
import tseslint from 'typescript-eslint';

/** The map in CONTRIBUTING: each folder leans only on those after it. */
const MAP = [['resources'], ['lane'], ['input'], ['api'], ['throttle', 'text'], ['result']];

const layers = MAP.flatMap((folders, level) => {
	const below = MAP.slice(level + 1).flat();
	const regex = `^\\.\\.(?!/(?:${below.join('|')})(?:/|$))`;
	const message = 'A folder leans only on those after it in the map of CONTRIBUTING.';
	const files = folders.map((folder) => `nodes/WebexCampaign/${folder}/*.ts`);
	return { files, rules: { 'no-restricted-imports': ['error', { patterns: [{ regex, message }] }] } };
});

/** The rules of eslint-plugin-n8n-nodes-base, newer than those in n8n's gate, without the five that the gate contradicts. */
const n8nRules = [
	['community', ['package.json'], []],
	[
		'credentials',
		['credentials/**/*.ts'],
		['cred-class-field-documentation-url-miscased', 'cred-class-field-type-options-password-missing'],
	],
	[
		'nodes',
		['nodes/**/*.ts'],
		[
			'node-class-description-inputs-wrong-regular-node',
			'node-class-description-outputs-wrong',
			'node-param-type-options-max-value-present',
		],
	],
].map(([name, files, contradicted]) => ({
	files,
	...(name === 'community' && {
		languageOptions: { parser: tseslint.parser, parserOptions: { extraFileExtensions: ['.json'] } },
	}),
	plugins: { 'n8n-nodes-base': n8nNodesBase },
	rules: {
		...n8nNodesBase.configs[name].rules,
		...Object.fromEntries(contradicted.map((rule) => [`n8n-nodes-base/${rule}`, 'off'])),
	},
}));

export default tseslint.config(
	{ ignores: ['dist', 'coverage', '.cache'] },
	{ files: ['**/*.{js,cjs,mjs,ts,mts}'], extends: [js.configs.recommended] },
	{
		files: ['**/*.ts'],
		extends: [tseslint.configs.recommended],
		plugins: { 'import-x': importX },
		languageOptions: {
			parserOptions: { project: ['tsconfig.dev.json', 'e2e/tsconfig.json'], tsconfigRootDir: import.meta.dirname },
		},
		rules: {
			'@typescript-eslint/await-thenable': 'error',
			'@typescript-eslint/consistent-type-imports': 'error',
			'@typescript-eslint/no-floating-promises': 'error',
			'@typescript-eslint/no-misused-promises': 'error',
			'@typescript-eslint/no-unnecessary-type-assertion': 'error',
			// tsc tells of those.
			'@typescript-eslint/no-unused-vars': 'off',
			'@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
			'import-x/order': 'error',
		},
	},
	{
		// A rejection that nobody takes could end n8n, and `void` takes none.
		files: ['nodes/**/*.ts', 'credentials/**/*.ts'],
		rules: { '@typescript-eslint/no-floating-promises': ['error', { ignoreVoid: false }] },
	},
	...n8nRules,
	...layers,
	{ files: ['**/*.mts'], extends: [tseslint.configs.recommended] },
	{ files: ['**/*.{cjs,mjs}', '*.js'], languageOptions: { globals: globals.node } },
	{ files: ['simulator/page/*.js'], languageOptions: { globals: globals.browser } },
);
