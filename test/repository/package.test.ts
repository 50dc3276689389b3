import { readFileSync } from 'node:fs';
import { join } from 'node:path';

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
