import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IExecuteFunctions } from 'n8n-workflow';
import { currentRelease, olderReleases } from '../../e2e/releases';
import { FAILURE_TABLE } from '../../nodes/WebexCampaign/api/failureTable';
import { makeProgressLog } from '../../nodes/WebexCampaign/resources/profile/delete/output/summary';
import { toItems } from '../../nodes/WebexCampaign/resources/profile/delete/output/items';
import { deleteFields } from '../../nodes/WebexCampaign/resources/profile/delete/fields';
import { optionsField } from '../../nodes/WebexCampaign/resources/profile/delete/optionsField';
import { newJob } from '../../nodes/WebexCampaign/resources/profile/delete/run/deleteJob';
import type { Outcome } from '../../nodes/WebexCampaign/resources/profile/delete/run/outcome';

const readme = readFileSync(join(__dirname, '../../README.md'), 'utf8');

/** The cells of every table row in the section with this heading. */
const tableRows = (heading: string): string[][] =>
	(readme.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? '')
		.split('\n')
		.filter((line) => line.startsWith('| '))
		.map((line) => line.slice(2, -2).split(' | '));

const [success, failed] = [...readme.matchAll(/```json\n(.*?)```/gs)].map(
	([, json = '']) => JSON.parse(json) as unknown,
);

const itemFor = (outcome: Outcome) => {
	const profile = { key: '9463183918', profileName: 'sampleprofile', auditParameters: {} };
	return toItems([{ outcome, attempts: 1, profile }], { hasErrorOutput: true })[0]?.json;
};

function outcomeOf(i: number): Outcome | undefined {
	if (i < 1100) return { status: 'deleted', transactionId: 't' };
	return i < 1105 ? { status: 'notFound' } : undefined;
}

describe('README says what the code does', () => {
	it('shows an item that succeeded as it comes out', () => {
		expect(success).toEqual(itemFor({ status: 'deleted', transactionId: '5f0c2a94c1' }));
	});

	it('shows an item that failed as it comes out', () => {
		const detail = 'Contact profile not found';
		expect(failed).toEqual(itemFor({ status: 'failed', outcome: 'notDeleted', code: '1020', httpStatus: 200, detail }));
	});

	it('shows a line of the log as it is written', () => {
		const lines: string[] = [];
		const context = {
			logger: { info: (line: string) => lines.push(line) },
			getExecutionId: () => '231',
			getWorkflow: () => ({ id: '7mT4gqXc', name: 'Erasure requests' }),
		} as unknown as IExecuteFunctions;
		const jobs = Array.from({ length: 1200 }, (_, i) => ({
			...newJob({ key: `${i}`, profileName: null, auditParameters: {} }, [0]),
			outcome: outcomeOf(i),
		}));
		makeProgressLog(context, jobs, 0)(10_000);
		expect(readme).toContain(`\`\`\`\n${lines[0]}\n\`\`\``);
	});

	it('has the failure table, in the words of the node and in its order', () => {
		const codes = FAILURE_TABLE.map(({ code }) => `\`${code}\``);
		expect(tableRows('Failure codes').filter(([code = '']) => codes.includes(code))).toEqual(
			FAILURE_TABLE.map(({ code, httpStatus, message }) => [`\`${code}\``, String(httpStatus), message]),
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

	it('names every field and option with its default', () => {
		const rows = tableRows('Operations');
		const fields = deleteFields.map(({ displayName }) => displayName).filter((name) => name !== 'Options');
		expect(rows.map(([name]) => name)).toEqual(expect.arrayContaining(fields));
		const shown: Record<string, string> = { true: 'off; on when added', fail: 'Fail' };
		const options = optionsField.options as Array<{ displayName: string; default: unknown }>;
		expect(rows.map(([name, value]) => [name, value])).toEqual(
			expect.arrayContaining(
				options.map(({ displayName, default: value }) => [displayName, shown[String(value)] ?? String(value)]),
			),
		);
	});

	it('gives Docker the same commands as npm, which the end-to-end tests run', () => {
		const [, commands = '', inContainer = ''] = [...readme.matchAll(/```sh\n(.*?)```/gs)]
			.map(([, block = '']) => block)
			.filter((block) => block.includes('npm install'));
		expect(inContainer).toContain(`sh -c '${commands.trim().replaceAll('\n', ' && ')}'`);
	});

	it('names the n8n releases that the tests run on, and no others', () => {
		expect(
			tableRows('Compatibility')
				.slice(2)
				.map(([release]) => release),
		).toEqual([currentRelease, ...olderReleases].map(({ n8n }) => n8n));
	});
});
