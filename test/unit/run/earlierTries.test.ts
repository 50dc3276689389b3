import { inspect } from 'node:util';
import type { IExecuteFunctions } from 'n8n-workflow';

import { EarlierTries, earlierTriesOf } from '../../../nodes/WebexCampaign/resources/profile/delete/run/earlierTries';
import {
	newJob,
	type DeleteJob,
	type Outcome,
} from '../../../nodes/WebexCampaign/resources/profile/delete/run/deleteJob';
import type { RunEnd } from '../../../nodes/WebexCampaign/lane/run';
import { deleted } from './answers';
import { always, runVirtually } from './virtualRun';

const access = { endpoint: 'https://acme.webexcampaign.io/campaignapi', apiKey: 'secret', credential: {} };
const profile = { key: '1', profileName: 'p', auditParameters: {} };
const failed = (outcome: 'notDeleted' | 'unknown' | 'notAttempted', code: string): Outcome => ({
	status: 'failed',
	outcome,
	code,
	httpStatus: 200,
	detail: 'd',
});

/** What a second try starts with, after a first one that left this behind. */
function secondTry(firstTry: Partial<DeleteJob>, end?: RunEnd): DeleteJob {
	const tries = new EarlierTries();
	Object.assign(tries.resume(newJob(profile, [0, 3]), access), { attempts: 1, ...firstTry });
	tries.rememberEnd(end, access);
	return tries.resume(newJob(profile, [0, 3]), access);
}

describe('what an earlier try settled is not sent again', () => {
	it.each<Outcome>([{ status: 'deleted', transactionId: 't' }, { status: 'goneAfterRetry' }, { status: 'notFound' }])(
		'$status',
		(outcome) => {
			expect(secondTry({ outcome })).toMatchObject({ outcome, attempts: 1 });
		},
	);

	it('beside what is', async () => {
		const jobs = ['1', '2'].map((key, item) => newJob({ ...profile, key }, [item]));
		jobs[0]!.outcome = { status: 'notFound' };
		const { requests } = await runVirtually({ items: 2, jobs, server: always(deleted) });
		expect(requests.map(({ key }) => key)).toEqual(['2']);
	});
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
		if (outcome) Object.assign(tries.resume(newJob(profile, [0]), access), { attempts: 1, outcome });
		expect(tries.invalid(0, reason)).toMatchObject(record);
	});
});

describe('everything else is tried anew, and what may have been executed still counts', () => {
	it.each<[string, Partial<DeleteJob>, boolean]>([
		['rejected', { outcome: failed('notDeleted', '102') }, false],
		['unknown', { outcome: failed('unknown', '500') }, true],
		['never sent', { outcome: failed('notAttempted', 'RUN_STOPPED'), attempts: 0 }, false],
		['refused, after a lost reply', { outcome: failed('unknown', '102'), mayHaveBeenExecuted: true }, true],
		['in flight when the try ended', {}, true],
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

describe('an entry counts only if item, endpoint, profile name and key are all the same', () => {
	it.each([
		['another item', [1], profile, access],
		['another key', [0], { ...profile, key: '2' }, access],
		['another profile name', [0], { ...profile, profileName: 'q' }, access],
		['no profile name', [0], { ...profile, profileName: null }, access],
		['another endpoint', [0], profile, { ...access, endpoint: 'https://other.webexcampaign.io/campaignapi' }],
	])('%s', (_name, items, other, elsewhere) => {
		const tries = new EarlierTries();
		tries.resume(newJob(profile, [0]), access).outcome = { status: 'deleted', transactionId: 't' };
		const job = tries.resume(newJob(other, items), elsewhere);
		expect([job.outcome, job.attempts]).toEqual([undefined, 0]);
	});

	it('other audit parameters and another key of the same API user do not matter', () => {
		const tries = new EarlierTries();
		tries.resume(newJob(profile, [0]), access).outcome = { status: 'deleted', transactionId: 't' };
		const other = { ...profile, auditParameters: { exparam1: 'x' } };
		expect(tries.resume(newJob(other, [0]), { ...access, apiKey: 'new' }).outcome).toMatchObject({
			status: 'deleted',
		});
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
		tries.rememberEnd(end(code, httpStatus), access);
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
		tries.rememberEnd(other, access);
		expect(tries.refusalFor(access)).toBeUndefined();
	});
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
