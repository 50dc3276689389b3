import { NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';

import { lastResort } from '../../../nodes/WebexCampaign/resources/profile/delete/output/concludeRun';

const node = { name: 'Webex Campaign', type: 'webexCampaign', parameters: {} };

/** What is left of two items after this was thrown. */
function itemsAfter(thrown: unknown, continueOnFail = true) {
	const context = {
		continueOnFail: () => continueOnFail,
		getNode: () => node,
		getInputData: () => [{ json: {} }, { json: {} }],
	} as unknown as IExecuteFunctions;
	return lastResort(context, thrown);
}

const stopped = (thrown: unknown) => () => itemsAfter(thrown, false);
const leak = new Error('Bearer s3cret');
const origin = 'Error at lastResort\\.test\\.ts:\\d+:\\d+';
const report = (where: string) => `Please report this to the makers of the node\\. Technical detail: ${where}\\.$`;

describe('something that no rule foresaw', () => {
	it('never escapes in the Continue modes, and claims nothing', () => {
		const [, last] = itemsAfter(leak);
		expect(last).toStrictEqual({
			json: {
				deleted: null,
				status: 'unknown',
				key: null,
				profileName: null,
				transactionId: null,
				error: {
					message: 'The node came to an unforeseen end; it is not known whether the profile was deleted',
					description: expect.stringMatching(`^Some items may have been deleted\\. .*\\. ${report(origin)}`),
					code: 'RUN_STOPPED',
					httpStatus: null,
					outcome: 'unknown',
					key: null,
					profileName: null,
					attempts: null,
				},
			},
			pairedItem: { item: 1 },
		});
	});

	it.each([
		['a text', 'Bearer s3cret', 'a thrown string'],
		['nothing', undefined, 'a thrown undefined'],
	])('so it is if %s was thrown', (_name, thrown, where) => {
		expect(itemsAfter(thrown)[0]!.json.error).toMatchObject({
			description: expect.stringMatching(report(where)),
		});
	});

	it('is one error otherwise, without its own words', () => {
		expect(stopped(leak)).toThrow(/^The node came to an unforeseen end$/);
	});

	it('but the error that was meant for it is passed on', () => {
		const meant = new NodeOperationError(node as never, 'boom');
		expect(stopped(meant)).toThrow(meant);
	});
});
