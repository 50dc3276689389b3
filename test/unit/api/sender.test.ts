import type { IExecuteFunctions, IHttpRequestOptions } from 'n8n-workflow';

import { makeSender } from '../../../nodes/WebexCampaign/api/deleteProfile';

const access = {
	endpoint: 'https://acme.webexcampaign.io/campaignapi',
	apiKey: 's3cret',
	credential: { region: 'webexcampaign.io', tenant: 'acme', apiKey: 's3cret' },
};
const profile = { key: '1', profileName: 'p', auditParameters: {} };

/** Sends one delete through a request helper of ours. */
async function sendThrough(reply: () => unknown) {
	const requests: unknown[][] = [];
	const httpRequestWithAuthentication = async (...request: unknown[]) => {
		requests.push(request);
		return reply();
	};
	const context = { helpers: { httpRequestWithAuthentication } } as unknown as IExecuteFunctions;
	return { answer: await makeSender(context, access, 250)(profile), requests };
}

const replies = (statusCode: number, body: unknown, headers: unknown = {}) => ({ statusCode, body, headers });

it('one delete is one request as the reference page has it, with all that would change its meaning off', async () => {
	const { requests } = await sendThrough(() => replies(200, '{"transaction-id":"t"}'));
	const [[credentialType, options, additional]] = requests as [[string, IHttpRequestOptions, object]];
	expect(credentialType).toBe('webexCampaignApi');
	expect(options).toEqual({
		method: 'POST',
		url: 'https://acme.webexcampaign.io/campaignapi/resources/v3/delete',
		headers: { 'Content-Type': 'application/json' },
		body: { 'profile-name': 'p', key: '1' },
		json: true,
		encoding: 'text',
		ignoreHttpStatusErrors: true,
		returnFullResponse: true,
		disableFollowRedirect: true,
		timeout: 250,
	});
	expect(additional).toMatchObject({ credentialsDecrypted: { data: access.credential } });
});

describe('whatever the helper returns or throws becomes an answer, after one request', () => {
	it.each<[string, () => unknown, object]>([
		['a refused key', () => replies(401, '{"code":498}'), { kind: 'refusesAll' }],
		['a server fault', () => replies(500, '{"code":500}'), { kind: 'transient', mayHaveBeenExecuted: true }],
		['a text', () => replies(200, '{"transaction-id":"t"}'), { kind: 'deleted', transactionId: 't' }],
		['an object, parsed all the same', () => replies(200, { 'transaction-id': 't' }), { kind: 'deleted' }],
		['a body that is undefined', () => replies(200, undefined), { kind: 'final', outcome: 'unknown' }],
		['a body that is null', () => replies(204, null), { kind: 'final', outcome: 'unknown' }],
		['no headers', () => replies(429, '', undefined), { kind: 'throttled' }],
		['nothing at all', () => undefined, { kind: 'transient', mayHaveBeenExecuted: true }],
		['a thrown text', () => Promise.reject('boom'), { kind: 'transient', mayHaveBeenExecuted: true, detail: 'boom' }],
		['a thrown nothing', () => Promise.reject(undefined), { kind: 'transient', mayHaveBeenExecuted: true }],
	])('%s', async (_name, reply, answer) => {
		const sent = await sendThrough(reply);
		expect(sent.answer).toMatchObject(answer);
		expect(sent.requests).toHaveLength(1);
	});

	it.each([
		['a reply that does not come within the deadline', 50, 'TIMED_OUT', 'no complete reply within 0.05 s'],
		['a cancel', 60_000, 'CONNECTION_FAILED', 'the execution was cancelled'],
	])('%s closes the connection: it may have been executed', async (_name, timeout, code, detail) => {
		const cancel = new AbortController();
		let signal: AbortSignal | undefined;
		const httpRequestWithAuthentication = async function (this: IExecuteFunctions) {
			signal = this.getExecutionCancelSignal();
			await new Promise(() => {});
		};
		const getExecutionCancelSignal = () => cancel.signal;
		const context = { helpers: { httpRequestWithAuthentication }, getExecutionCancelSignal };
		const answer = makeSender(context as unknown as IExecuteFunctions, access, timeout)(profile);
		if (code !== 'TIMED_OUT') cancel.abort();
		const expected = { kind: 'transient', mayHaveBeenExecuted: true, code, httpStatus: null, detail };
		expect(await answer).toEqual(expected);
		expect(signal?.aborted).toBe(true);
	});

	it('with the key masked', async () => {
		const { answer } = await sendThrough(() => replies(500, 'Bearer s3cret'));
		expect(JSON.stringify(answer)).not.toContain('s3cret');
	});
});
