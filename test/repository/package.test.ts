import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Icon } from 'n8n-workflow';

import { WebexCampaignApi } from '../../credentials/WebexCampaignApi.credentials';
import codex from '../../nodes/WebexCampaign/WebexCampaign.node.json';
import { WebexCampaign } from '../../nodes/WebexCampaign/WebexCampaign.node';
import packageJson from '../../package.json';

const root = join(__dirname, '../..');
const read = (...path: string[]) => readFileSync(join(root, ...path), 'utf8');

describe('the package is one that n8n verifies', () => {
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
