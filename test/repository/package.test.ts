import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import codex from '../../nodes/WebexCampaign/WebexCampaign.node.json';
import { WebexCampaign } from '../../nodes/WebexCampaign/WebexCampaign.node';
import packageJson from '../../package.json';

const root = join(__dirname, '../..');
const read = (...path: string[]) => readFileSync(join(root, ...path), 'utf8');

describe('what was asked for by name is there, and in use', () => {
	it.each(['package.json', 'tsconfig.json', 'nodes', 'credentials', 'gulpfile.js', 'test', 'index.js'])(
		'%s',
		(name) => {
			expect(existsSync(join(root, name))).toBe(true);
		},
	);

	it.each([
		['n8n-workflow', 'nodes/WebexCampaign/WebexCampaign.node.ts', "from 'n8n-workflow'"],
		['n8n-core', 'test/n8nEngine/runWorkflow.ts', "from 'n8n-core'"],
		['jest', 'package.json', '&& jest '],
		['eslint-plugin-n8n-nodes-base', 'eslint.dev.config.mjs', 'n8nNodesBase.configs[name].rules'],
		['gulp', 'package.json', '&& gulp build:icons"'],
	])('%s', (name, file, use) => {
		expect(Object.keys(packageJson.devDependencies)).toContain(name);
		expect(read(file)).toContain(use);
	});

	it('package.json leads to index.js', () => expect(packageJson.main).toBe('index.js'));
});

describe('the package is one that n8n verifies', () => {
	it("is linted by n8n's own rules, untouched", () => {
		expect(read('eslint.config.mjs').trim().split('\n')).toEqual([
			"import { config } from '@n8n/node-cli/eslint';",
			'',
			'export default config;',
		]);
	});
});

it('the codex file names the node, its categories and its documentation', () => {
	const { name } = new WebexCampaign().description;
	expect(codex).toMatchObject({
		node: `${packageJson.name}.${name}`,
		codexVersion: '1.0',
		nodeVersion: '1.0',
	});
	expect(codex.categories.length).toBeGreaterThan(0);
	for (const links of Object.values(codex.resources)) {
		expect(links).toEqual([{ url: expect.stringMatching(/^https:\/\//) }]);
	}
});
