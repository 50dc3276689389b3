import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Icon } from 'n8n-workflow';

import { WebexCampaignApi } from '../../credentials/WebexCampaignApi.credentials';
import codex from '../../nodes/WebexCampaign/WebexCampaign.node.json';
import { WebexCampaign } from '../../nodes/WebexCampaign/WebexCampaign.node';
import packageJson from '../../package.json';

const root = join(__dirname, '../..');
const read = (...path: string[]) => readFileSync(join(root, ...path), 'utf8');

describe('the package is one that n8n verifies', () => {
	it('says what it is', () => {
		expect(packageJson).toMatchObject({
			name: expect.stringMatching(/^n8n-nodes-/),
			version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
			license: 'MIT',
			description: expect.stringMatching(/\w/),
			homepage: expect.stringMatching(/^https:\/\//),
			author: { name: expect.stringMatching(/\w/), email: expect.stringMatching(/@/) },
			repository: { type: 'git', url: expect.stringMatching(/^git\+https:\/\//) },
			keywords: expect.arrayContaining(['n8n-community-node-package']),
		});
		expect(read('LICENSE')).toMatch(/^(?:The )?MIT License/);
	});

	it('brings nothing along and runs nothing when installed', () => {
		expect(packageJson.peerDependencies).toEqual({ 'n8n-workflow': '*' });
		for (const field of ['dependencies', 'optionalDependencies', 'bundledDependencies', 'overrides', 'bin']) {
			expect(packageJson).not.toHaveProperty(field);
		}
		const scripts = Object.keys(packageJson.scripts);
		const forbidden = /^(?:pre|post)?(?:install|prepare|pack|publish)$|^prepublish/;
		expect(scripts.filter((script) => forbidden.test(script))).toEqual([]);
	});

	it('tells n8n where its built files are', () => {
		const { n8nNodesApiVersion, strict, nodes, credentials } = packageJson.n8n;
		expect({ n8nNodesApiVersion, strict }).toEqual({ n8nNodesApiVersion: 1, strict: true });
		for (const built of [...nodes, ...credentials]) {
			expect(built).toMatch(/^dist\/.*\.(?:node|credentials)\.js$/);
			expect(existsSync(join(root, built.replace(/^dist\//, '').replace(/\.js$/, '.ts')))).toBe(true);
		}
	});

	it('holds only what users need', () => {
		const development = ['test', 'simulator', 'bench', 'scripts', 'e2e', 'nodes', 'credentials', 'examples'];
		expect(packageJson.files).toContain('dist');
		expect(packageJson.files.filter((file) => development.includes(file.split('/')[0] ?? ''))).toEqual([]);
	});

	it("is linted by n8n's own rules, untouched", () => {
		expect(read('eslint.config.mjs').trim().split('\n')).toEqual([
			"import { config } from '@n8n/node-cli/eslint';",
			'',
			'export default config;',
		]);
	});
});

describe('node and credential have their own icons', () => {
	const icons: Array<[string, Icon | undefined, string]> = [
		['node', new WebexCampaign().description.icon, 'nodes/WebexCampaign'],
		['credential', new WebexCampaignApi().icon, 'credentials'],
	];
	it.each(icons)('%s: SVG files, another one for dark', (_name, icon, folder) => {
		const { light, dark } = icon as { light: string; dark: string };
		const [lightSvg, darkSvg] = [light, dark].map((file) => read(folder, file.replace(/^file:/, '')));
		expect([lightSvg, darkSvg]).toEqual([expect.stringMatching(/^<svg/), expect.stringMatching(/^<svg/)]);
		expect(lightSvg).not.toBe(darkSvg);
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
