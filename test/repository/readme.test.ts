import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IExecuteFunctions } from 'n8n-workflow';
import { currentRelease, olderReleases } from '../../e2e/releases';
import { FAILURE_TABLE } from '../../nodes/WebexCampaign/api/failureTable';
import { makeProgressLog } from '../../nodes/WebexCampaign/resources/profile/delete/summary';
import { toItems } from '../../nodes/WebexCampaign/resources/profile/delete/items';
import { checkKey } from '../../nodes/WebexCampaign/input/identifiers';
import { NUMBER_OPTIONS } from '../../nodes/WebexCampaign/input/options';
import { deleteFields } from '../../nodes/WebexCampaign/resources/profile/delete/fields';
import { optionsField } from '../../nodes/WebexCampaign/resources/profile/delete/fields';
import { NEVER_SENT, type Outcome } from '../../nodes/WebexCampaign/resources/profile/delete/outcome';
import { textIfNotDeleted } from '../../nodes/WebexCampaign/resources/profile/failureTexts';

const read = (file: string) => readFileSync(join(__dirname, '../..', file), 'utf8');
const readme = read('README.md');

/** The cells of every table row in the section with this heading. */
const tableRows = (heading: string, text = readme): string[][] =>
	(text.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? '')
		.split('\n')
		.filter((line) => line.startsWith('| '))
		.map((line) => line.slice(2, -2).split(' | '));

const pages = readdirSync(join(__dirname, '../../docs'))
	.filter((file) => file.endsWith('.md'))
	.map((file) => `docs/${file}`);

const [success, failed] = [...readme.matchAll(/```json\n(.*?)```/gs)].map(
	([, json = '']) => JSON.parse(json) as unknown,
);

const itemFor = (outcome: Outcome) => {
	const profile = { key: '9463183918', profileName: 'sampleprofile', auditParameters: {} };
	return toItems([{ outcome, attempts: 1, profile }], true)[0]?.json;
};

function outcomeOf(i: number): Outcome | undefined {
	if (i < 1100) return { status: 'deleted', transactionId: 't' };
	return i < 1105 ? { status: 'notFound' } : undefined;
}

describe('README and what it leads to say what the code does', () => {
	it('can be read to the end', () => {
		expect(readme.trimEnd().split('\n').length).toBeLessThanOrEqual(300);
	});

	it.each(['README.md', ...pages])('%s gives each column of its tables a name', (file) => {
		const lines = read(file).split('\n');
		const headers = lines.filter((_, index) => /^\|[ :|-]+\|$/.test(lines[index + 1] ?? ''));
		expect(headers.filter((header) => /\|\s*\|/.test(header))).toEqual([]);
	});

	it('shows an item that succeeded as it comes out', () => {
		expect(success).toEqual(itemFor({ status: 'deleted', transactionId: '5f0c2a94c1' }));
	});

	it('shows an item that failed as it comes out', () => {
		const said = 'Contact profile not found';
		expect(failed).toEqual(itemFor({ status: 'failed', outcome: 'notDeleted', code: '1020', httpStatus: 200, said }));
	});

	it('shows a line of the log as it is written', () => {
		const lines: string[] = [];
		const context = {
			logger: { info: (line: string) => lines.push(line) },
			getExecutionId: () => '231',
			getWorkflow: () => ({ id: '7mT4gqXc', name: 'Erasure requests' }),
		} as unknown as IExecuteFunctions;
		const histories = Array.from({ length: 1200 }, (_, i) => ({ ...NEVER_SENT, outcome: outcomeOf(i) }));
		makeProgressLog(context, 0)(10_000, histories);
		expect(read('docs/large-lists.md')).toContain(`\`\`\`\n${lines[0]}\n\`\`\``);
	});

	it('has the failure table, in the words of the node and in its order', () => {
		const codes = FAILURE_TABLE.map(({ code }) => `\`${code}\``);
		expect(tableRows('Failure codes').filter(([code = '']) => codes.includes(code))).toEqual(
			FAILURE_TABLE.map((row) => [`\`${row.code}\``, String(row.httpStatus), textIfNotDeleted(row).message]),
		);
	});

	it("explains each of the node's own codes", () => {
		const ownCodes = [
			'INVALID_PARAMETER',
			'INVALID_CREDENTIAL',
			'UNEXPECTED_REPLY',
			'CONNECTION_FAILED',
			'TIMED_OUT',
			'THROTTLED',
			'RUN_STOPPED',
		];
		const explained = tableRows('Failure codes').map(([code]) => code);
		expect(explained.filter((code) => /^`[A-Z_]+`$/.test(code ?? ''))).toEqual(ownCodes.map((code) => `\`${code}\``));
	});

	it('names every field, and every option with what holds without it', () => {
		const rows = tableRows('Operations');
		const fields = deleteFields
			.filter(({ name, type }) => name !== 'options' && type !== 'notice')
			.map(({ displayName }) => displayName);
		expect(rows.map(([name]) => name)).toEqual(expect.arrayContaining(fields));
		const shown: Record<string, string> = {
			dryRun: 'off; on when added',
			ifNotFound: 'Fail',
			maxRequestsPerSecond: `no limit; ${NUMBER_OPTIONS.maxRequestsPerSecond.default} when added`,
		};
		const options = optionsField.options as Array<{ displayName: string; name: string; default: unknown }>;
		expect(rows.map(([name, value]) => [name, value])).toEqual(
			expect.arrayContaining(
				options.map(({ displayName, name, default: value }) => [displayName, shown[name] ?? String(value)]),
			),
		);
	});

	describe('Keys that are not sent', () => {
		const section = readme.split('\n### Keys that are not sent\n')[1]?.split('\n## ')[0] ?? '';
		const [, table = '', rest = ''] = /\n\n(\|.*?\|)\n\n(.*)/s.exec(section) ?? [];
		const inCode = (text: string) =>
			[...text.matchAll(/``\s(.+?)\s``|`([^`]+)`/g)].map(([, twice, once]) => twice ?? once ?? '');

		it.each(inCode(table))('%s is refused', (key) => {
			expect(checkKey(key)).toMatchObject({ ok: false });
		});

		it.each(inCode(rest))('%s passes', (key) => {
			expect(checkKey(key)).toEqual({ ok: true, value: key });
		});
	});

	it('gives Docker the same commands as the shell, which the end-to-end tests run', () => {
		const installation = read('docs/installation.md');
		const blocks = [...`${readme}\n${installation}`.matchAll(/```sh\n(.*?)```/gs)].map(([, block = '']) => block);
		const inTheShell = blocks.filter((block) => /^npm install/m.test(block));
		const inContainers = blocks.filter((block) => block.includes('docker exec')).join('\n');
		expect(inTheShell).toHaveLength(2);
		for (const block of inTheShell) {
			const commands = block.trim().split('\n').slice(-2).join(' && ');
			const there = commands.replace('"$tarball"', '/tmp/webex-campaign.tgz');
			expect(inContainers).toContain(`sh -c '${there}'`);
		}
		expect(inContainers).toContain('docker cp "$tarball" n8n:/tmp/webex-campaign.tgz');
	});

	it('names the n8n releases that the tests run on, and no others', () => {
		const releases = [currentRelease, ...olderReleases].map(({ n8n }) => n8n);
		const rows = tableRows('What is tested', read('docs/compatibility.md')).slice(2);
		expect(rows.map(([release]) => release)).toEqual(releases);
		const named = readme
			.split('\n## Compatibility\n')[1]
			?.match(/\d+\.\d+\.\d+/g)
			?.slice(0, releases.length);
		expect(named).toEqual(releases);
	});
});
