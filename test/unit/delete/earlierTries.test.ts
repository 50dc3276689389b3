import { inspect } from 'node:util';
import type { IExecuteFunctions } from 'n8n-workflow';

import { EarlierTries, earlierTriesOf } from '../../../nodes/WebexCampaign/resources/profile/delete/earlierTries';
import {
	NEVER_SENT,
	type History,
	type Job,
	type Outcome,
} from '../../../nodes/WebexCampaign/resources/profile/delete/outcome';
import type { RunEnd } from '../../../nodes/WebexCampaign/lane/run';
import { deleted } from '../lane/answers';
import { always, runVirtually } from '../lane/virtualRun';

const access = { endpoint: 'https://acme.webexcampaign.io/campaignapi', apiKey: 'secret', credential: {} };
const profile = { key: '1', profileName: 'p', auditParameters: {} };
const failed = (outcome: 'notDeleted' | 'unknown' | 'notAttempted', code: string): Outcome => ({
	status: 'failed',
	outcome,
	code,
	httpStatus: 200,
	detail: 'd',
});

const jobOf = (given = profile as Job['profile'], items = [0, 3]): Job => ({ profile: given, items });
const sentOnce: History = { ...NEVER_SENT, attempts: 1 };

/** What a second try starts with, after a first one that left this behind. */
function secondTry(firstTry: Partial<History>, end?: RunEnd): History {
	const tries = new EarlierTries();
	tries.remember([jobOf()], [{ ...sentOnce, ...firstTry }], end, access);
	return tries.historyOf(jobOf(), access);
}

describe('what an earlier try settled is not sent again', () => {
	it.each<Outcome>([{ status: 'deleted', transactionId: 't' }, { status: 'goneAfterRetry' }, { status: 'notFound' }])(
		'$status',
		(outcome) => {
			expect(secondTry({ outcome })).toMatchObject({ outcome, attempts: 1 });
		},
	);

	it('beside what is', async () => {
		const histories = [{ ...sentOnce, outcome: { status: 'notFound' } as const }, NEVER_SENT];
		const { requests } = await runVirtually({ items: 2, histories, server: always(deleted) });
		expect(requests.map(({ key }) => key)).toEqual(['1']);
	});

	it.each([
		failed('notDeleted', '498'),
		failed('notDeleted', '430'),
		{ ...failed('notDeleted', 'X'), httpStatus: 401 },
	])('nor is one that was refused with its key: %j', (outcome) => {
		expect(secondTry({ outcome })).toMatchObject({ outcome, attempts: 1 });
	});
});

it('with another key it is tried anew', () => {
	const tries = new EarlierTries();
	tries.remember([jobOf()], [{ ...sentOnce, outcome: failed('notDeleted', '498') }], undefined, access);
	expect(tries.historyOf(jobOf(), { ...access, apiKey: 'corrected' }).outcome).toBeUndefined();
});

describe('of an item that a later try can not read, an earlier one is true all the same', () => {
	const reason = { ok: false, message: 'm', description: 'd', code: 'INVALID_CREDENTIAL', httpStatus: null } as const;
	it.each<[string, Outcome | undefined, object]>([
		['deleted', { status: 'deleted', transactionId: 't' }, { outcome: { status: 'deleted' }, attempts: 1, profile }],
		['unknown', failed('unknown', '500'), { outcome: { outcome: 'unknown', code: '500' }, attempts: 1 }],
		['not deleted', failed('notDeleted', '102'), { outcome: { code: 'INVALID_CREDENTIAL' }, attempts: 0 }],
		['never tried', undefined, { outcome: { code: 'INVALID_CREDENTIAL' }, attempts: 0 }],
	])('%s', (_name, outcome, record) => {
		const tries = new EarlierTries();
		if (outcome) tries.remember([jobOf()], [{ ...sentOnce, outcome }], undefined, access);
		expect(tries.invalid(0, reason)).toMatchObject(record);
	});
});

describe('everything else is tried anew, and what may have been executed still counts', () => {
	it.each<[string, Partial<History>, boolean]>([
		['rejected', { outcome: failed('notDeleted', '102') }, false],
		['unknown', { outcome: failed('unknown', '500') }, true],
		['never sent', { outcome: failed('notAttempted', 'RUN_STOPPED'), attempts: 0 }, false],
		['refused, after a lost reply', { outcome: failed('unknown', '102'), mayHaveBeenExecuted: true }, true],
		['in flight when the try ended', { mayHaveBeenExecuted: true }, true],
		['not yet in flight', { attempts: 0 }, false],
	])('%s', (_name, firstTry, mayHaveBeenExecuted) => {
		const job = secondTry(firstTry);
		expect(job).toMatchObject({ mayHaveBeenExecuted, retries: 0 });
		expect(job.outcome).toBeUndefined();
		expect(job.attempts).toBe(firstTry.attempts ?? 1);
	});

	it('if the second try ends before it is sent, the first one is told', () => {
		expect(secondTry({ outcome: failed('notDeleted', 'THROTTLED') }).last).toMatchObject({
			code: 'THROTTLED',
		});
		expect(secondTry({ outcome: failed('notAttempted', 'RUN_STOPPED'), attempts: 0 }).last).toBeUndefined();
	});
});

const isDeleted: History = { ...sentOnce, outcome: { status: 'deleted', transactionId: 't' } };
function triesAfterDelete(): EarlierTries {
	const tries = new EarlierTries();
	tries.remember([jobOf(profile, [0])], [isDeleted], undefined, access);
	return tries;
}

describe('an entry counts only if item, endpoint, profile name and key are all the same', () => {
	it.each([
		['another item', [1], profile, access],
		['another key', [0], { ...profile, key: '2' }, access],
		['another profile name', [0], { ...profile, profileName: 'q' }, access],
		['no profile name', [0], { ...profile, profileName: null }, access],
		['another endpoint', [0], profile, { ...access, endpoint: 'https://other.webexcampaign.io/campaignapi' }],
	])('%s', (_name, items, other, elsewhere) => {
		expect(triesAfterDelete().historyOf(jobOf(other, items), elsewhere)).toEqual(NEVER_SENT);
	});

	it('other audit parameters and another key of the same API user do not matter', () => {
		const other = jobOf({ ...profile, auditParameters: { exparam1: 'x' } });
		expect(triesAfterDelete().historyOf(other, { ...access, apiKey: 'new' })).toEqual(isDeleted);
	});
});

describe('a run that a refused key ended is not tried again, and the key is not kept for it', () => {
	const end = (code: string, httpStatus: number | null): RunEnd => ({
		why: 'answer',
		answer: { code, httpStatus, detail: 'd' },
	});

	it.each([
		['430', 401],
		['430', 200],
		['498', 401],
		['498', 200],
		['UNEXPECTED_REPLY', 401],
		['UNEXPECTED_REPLY', 403],
		['405', 405],
	])('%s (HTTP %i)', (code, httpStatus) => {
		const tries = new EarlierTries();
		tries.remember([], [], end(code, httpStatus), access);
		expect(tries.refusalFor(access)).toEqual(end(code, httpStatus));
		expect(tries.refusalFor({ ...access, apiKey: 'mended' })).toBeUndefined();
		expect(tries.refusalFor({ ...access, endpoint: 'https://mended.example' })).toBeUndefined();
		expect(inspect(tries, { depth: null, showHidden: true })).not.toContain(access.apiKey);
	});

	it('its items keep what was said of them', () => {
		const outcome = failed('notAttempted', 'RUN_STOPPED');
		expect(secondTry({ outcome, attempts: 0 }, end('498', 401))).toMatchObject({ outcome, attempts: 0 });
	});

	it.each<[string, RunEnd | undefined]>([
		['a wrong address', end('UNEXPECTED_REPLY', 404)],
		['an unknown host', end('CONNECTION_FAILED', null)],
		['the throttle', { why: 'throttle' }],
		['no early end', undefined],
	])('after %s it is', (_name, other) => {
		const tries = new EarlierTries();
		tries.remember([], [], other, access);
		expect(tries.refusalFor(access)).toBeUndefined();
	});
});

it.each([
	['nothing yet', NEVER_SENT, false],
	['a request', sentOnce, true],
])('it tells whether anything was sent: %s', (_name, history, haveSent) => {
	const tries = new EarlierTries();
	tries.remember([jobOf()], [history], undefined, access);
	expect(tries.haveSent).toBe(haveSent);
});

describe('the memory is that of one node run', () => {
	const contextOf = (executeData: object | undefined, name = 'Webex Campaign') =>
		({ getExecuteData: () => executeData, getNode: () => ({ name }) }) as unknown as IExecuteFunctions;
	const run = { node: { name: 'Webex Campaign' } };

	it('the same in every try', () => {
		expect(earlierTriesOf(contextOf(run))).toBe(earlierTriesOf(contextOf(run)));
	});

	it('another in the next run', () => {
		expect(earlierTriesOf(contextOf({ ...run }))).not.toBe(earlierTriesOf(contextOf(run)));
	});

	it.each([
		['as an AI tool: the object is the agent’s', { node: { name: 'AI Agent' } }],
		['if n8n hands out none', undefined],
	])('none %s', (_name, executeData) => {
		expect(earlierTriesOf(contextOf(executeData))).not.toBe(earlierTriesOf(contextOf(executeData)));
	});
});
