import { recordOf, toItems } from '../../../nodes/WebexCampaign/resources/profile/delete/items';
import { NEVER_SENT, type Outcome } from '../../../nodes/WebexCampaign/resources/profile/delete/outcome';
import { deleted, failure, notAttempted, record } from './records';

const URL = 'https://acme.webexcampaign.io/campaignapi/resources/v3/delete';
const jsonOf = (...given: Parameters<typeof record>) => toItems([record(...given)], true)[0]?.json;

describe('a successful item always has these fields', () => {
	const common = { key: '9463183918', profileName: 'sampleprofile' };
	it.each<[string, Outcome, object]>([
		['deleted', deleted, { deleted: true, status: 'deleted', ...common, transactionId: 't-1' }],
		[
			'gone after retry',
			{ status: 'goneAfterRetry' },
			{ deleted: null, status: 'goneAfterRetry', ...common, transactionId: null },
		],
		['not found', { status: 'notFound' }, { deleted: false, status: 'notFound', ...common, transactionId: null }],
	])('%s', (_name, outcome, json) => {
		expect(jsonOf(outcome)).toEqual(json);
	});

	it('no profile name is null', () => {
		const profile = { key: '1', profileName: null, auditParameters: {} };
		expect(jsonOf(deleted, { profile })).toMatchObject({ key: '1', profileName: null });
	});

	it('a dry run adds the request that was not sent', () => {
		const profile = { key: '1', profileName: 'p', auditParameters: { exparam2: 'x' } };
		expect(jsonOf({ status: 'dryRun', url: URL }, { profile, attempts: 0 })).toEqual({
			deleted: false,
			status: 'dryRun',
			key: '1',
			profileName: 'p',
			transactionId: null,
			request: { method: 'POST', url: URL, body: { 'profile-name': 'p', key: '1', exparam2: 'x' } },
		});
	});
});

describe('a failed item has the single key error', () => {
	it('with these fields', () => {
		expect(jsonOf(failure(), { attempts: 2 })).toEqual({
			error: {
				message: expect.any(String),
				description: expect.any(String),
				code: '102',
				httpStatus: 200,
				outcome: 'notDeleted',
				key: '9463183918',
				profileName: 'sampleprofile',
				attempts: 2,
			},
		});
	});
});

describe("with On Error 'Continue' a failed item has the columns of the others", () => {
	it.each([
		['notDeleted', false],
		['notAttempted', false],
		['unknown', null],
	] as const)('%s: deleted is %s', (outcome, isDeleted) => {
		const [item] = toItems([record(failure({ outcome }))], false);
		const { key, profileName } = record(deleted).profile!;
		const { error, ...columns } = item!.json;
		expect(columns).toEqual({ deleted: isDeleted, status: outcome, key, profileName, transactionId: null });
		expect(error).toMatchObject({ outcome, key, profileName });
	});
});

describe('a repeated item names the one that was sent in its stead', () => {
	it('which is the first one that names the profile', () => {
		const { profile } = record(deleted);
		const job = { profile: profile!, items: [2, 5] };
		const history = { ...NEVER_SENT, outcome: deleted, attempts: 1 };
		expect(recordOf(job, history, 2)).toStrictEqual({ outcome: deleted, attempts: 1, profile });
		expect(recordOf(job, history, 5)).toStrictEqual({ outcome: deleted, attempts: 1, profile, duplicateOf: 2 });
		expect(() => recordOf(job, NEVER_SENT, 2)).toThrow('Item 2 has no outcome');
	});

	it('beside the other fields, if it succeeded', () => {
		expect(jsonOf(deleted, { duplicateOf: 0 })).toMatchObject({
			status: 'deleted',
			transactionId: 't-1',
			duplicateOf: 0,
		});
	});

	it('inside error, if it failed', () => {
		const json = jsonOf(failure(), { duplicateOf: 3 });
		expect(Object.keys(json ?? {})).toEqual(['error']);
		expect(json).toMatchObject({ error: { duplicateOf: 3 } });
	});
});

it('items leave in input order, each linked to its input item', () => {
	const items = toItems([record(deleted), record(failure()), record(notAttempted)], true);
	expect(items.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }, { item: 2 }]);
	expect(items.map(({ json }) => 'error' in json)).toEqual([false, true, true]);
});
