import { NodeApiError, type INode, type JsonObject } from 'n8n-workflow';

import { readTransportFault } from '../../../nodes/WebexCampaign/api/transportFault';
import { maskFor } from '../../../nodes/WebexCampaign/text/clean';

// The HTTP client of n8n's engine, so that the exceptions are those that a user's n8n throws.
const { AxiosError } = jest.requireActual<{ AxiosError: { from(fault: Error, code?: string): Error } }>(
	require.resolve('axios', { paths: [require.resolve('n8n-core')] }),
);

const node = { name: 'Webex Campaign', type: 'webexCampaign', parameters: {} } as unknown as INode;

const failed = { code: 'CONNECTION_FAILED', httpStatus: null };
const wontConnect = { ...failed, kind: 'refusesAll', isUsable: false };
const lost = { ...failed, kind: 'transient', mayHaveBeenExecuted: true };
const timedOut = { ...lost, code: 'TIMED_OUT' };
const notExecuted = { ...lost, mayHaveBeenExecuted: false };
/** Worth a retry only if the host was found before. */
const unknownHost = { ...notExecuted, refusesAllBefore: 'anyReply' };

const read = (thrown: unknown) => readTransportFault(thrown, maskFor('s3cret'));

/** As the client throws it, and as n8n's helper wraps it. */
const shapes: Array<[shape: string, wrap: (fault: Error) => unknown]> = [
	['thrown by the client', (fault) => fault],
	['wrapped by n8n', (fault) => new NodeApiError(node, fault as unknown as JsonObject)],
];

const fault = (code: string, syscall?: string, message = `${syscall ?? 'x'} ${code}`) =>
	AxiosError.from(Object.assign(new Error(message), { code, syscall }), code);

/** A reset connection, with the request that it befell. */
const withRequest = (request: object) => Object.assign(fault('ECONNRESET', 'read'), { request });

const allAddressesFailed = (...faults: Error[]) =>
	AxiosError.from(Object.assign(new AggregateError(faults), { code: (faults[0] as { code?: string }).code }));

describe.each(shapes)('a fault %s says how far the request can have come', (_shape, wrap) => {
	it.each<[string, Error, object]>([
		['connection refused', fault('ECONNREFUSED', 'connect'), notExecuted],
		['DNS says try later', fault('EAI_AGAIN', 'getaddrinfo'), notExecuted],
		['timed out while connecting', fault('ETIMEDOUT', 'connect'), notExecuted],
		['out of sockets while connecting', fault('EMFILE', 'connect'), notExecuted],
		['out of sockets while looking up the host', fault('EMFILE', 'getaddrinfo'), notExecuted],
		['reset before the request had a socket', withRequest({ socket: null }), notExecuted],
		['reset before TLS was established', withRequest({ socket: { secureConnecting: true } }), notExecuted],
		['reset after that', withRequest({ socket: { secureConnecting: false } }), lost],
		['reset without TLS', withRequest({ socket: {} }), lost],
		['reset after a reply had begun', withRequest({ socket: null, res: {} }), lost],
		['a client that does not tell its request', withRequest({}), lost],
		[
			'one address out of reach, one silent',
			allAddressesFailed(fault('ENETUNREACH', 'connect'), fault('ETIMEDOUT', 'connect')),
			notExecuted,
		],
		['unknown host', fault('ENOTFOUND', 'getaddrinfo'), unknownHost],
		['DNS fails for good', fault('EAI_FAIL', 'getaddrinfo'), unknownHost],
		['certificate expired', fault('CERT_HAS_EXPIRED'), wontConnect],
		['certificate of another host', fault('ERR_TLS_CERT_ALTNAME_INVALID'), wontConnect],
		['certificate of nobody known', fault('DEPTH_ZERO_SELF_SIGNED_CERT'), wontConnect],
		['unverified certificate', fault('UNABLE_TO_VERIFY_LEAF_SIGNATURE'), wontConnect],
		['reset', fault('ECONNRESET', 'read'), lost],
		['the way to the host breaks down in the middle', fault('EHOSTUNREACH', 'read'), lost],
		['a reply that makes no sense', fault('HPE_INVALID_CONSTANT'), lost],
		['silence', fault('ETIMEDOUT', 'read'), timedOut],
		["the client's own time-out", fault('ECONNABORTED'), timedOut],
	])('%s', (_name, thrown, answer) => {
		expect(read(wrap(thrown))).toMatchObject(answer);
	});
});

describe('what n8n refuses before it sends anything is told by whose setting it is', () => {
	const named = (name: string, message: string, code?: string) => Object.assign(new Error(message), { name, code });

	it.each<[string, Error, string]>([
		['a private address', named('SsrfBlockedIpError', 'x'), 'n8n'],
		['a blocked host', named('SsrfBlockedHostnameError', 'x'), 'n8n'],
		['in words', named('Error', 'The request was blocked because it resolves to a restricted IP address'), 'n8n'],
		['a domain', named('NodeOperationError', 'Domain not allowed: This credential is restricted from …'), 'n8n'],
		['a proxy variable', named('TypeError', 'Invalid URL', 'ERR_INVALID_URL'), 'proxyVariable'],
		['a certificate', fault('CERT_HAS_EXPIRED'), 'certificate'],
	])('%s', (_name, thrown, blockedBy) => {
		for (const one of [thrown, { cause: thrown }]) expect(read(one)).toMatchObject({ ...wontConnect, blockedBy });
	});
});

describe('whatever else is thrown may have been executed', () => {
	it.each<[string, unknown]>([
		['a text', 'ECONNREFUSED'],
		['nothing', undefined],
		['an empty object', {}],
		['an error without a code', new Error('ECONNREFUSED')],
		['words of a server about its own connections', new Error('upstream: connect ECONNREFUSED')],
		['a code that is a number', { code: 500 }],
	])('%s', (_name, thrown) => {
		expect(read(thrown)).toMatchObject(lost);
	});

	it('an error that is its own cause', () => {
		const circular: Error & { cause?: unknown } = new Error('round');
		circular.cause = circular;
		expect(read(circular)).toMatchObject({ ...lost, detail: 'round' });
	});
});

describe('an n8n that keeps only the words and the code of the exception', () => {
	it.each<[string, string, object]>([
		['ECONNREFUSED', 'connect ECONNREFUSED 192.0.2.1:443', notExecuted],
		['EMFILE', 'connect EMFILE 192.0.2.1:443', notExecuted],
		['ETIMEDOUT', 'connect ETIMEDOUT 192.0.2.1:443', notExecuted],
		['ENOTFOUND', 'getaddrinfo ENOTFOUND campaign.invalid', unknownHost],
		['ECONNRESET', 'Client network socket disconnected before secure TLS connection was established', notExecuted],
		[
			'EPROTO',
			// It may have been said amid an established connection.
			'write EPROTO 80BC:error:0A00010B:SSL routines:ssl3_get_record:wrong version number',
			lost,
		],
		['ECONNREFUSED', 'Error', notExecuted],
		['ECONNRESET', 'socket hang up', lost],
		['ETIMEDOUT', 'read ETIMEDOUT', timedOut],
	])('%s: %s', (httpCode, said, answer) => {
		const thrown = {
			message: 'The connection was closed, perhaps it is offline',
			messages: [said],
			httpCode,
		};
		expect(read(thrown)).toMatchObject({ ...answer, detail: said });
	});
});

describe('what was seen is told without the key', () => {
	it.each(shapes)("in the client's own words, %s", (_shape, wrap) => {
		const detail = 'connect ECONNREFUSED 192.0.2.1:443';
		expect(read(wrap(fault('ECONNREFUSED', 'connect', detail)))).toMatchObject({ detail });
	});

	it('the key masked', () => {
		const thrown = new Error('header "Bearer s3cret" is not allowed');
		expect(read(thrown)).toMatchObject({ detail: '***' });
	});

	it('a code, if there are no words', () => {
		const thrown = allAddressesFailed(fault('ECONNREFUSED', 'connect', ''), fault('ECONNREFUSED', 'connect', ''));
		expect(read(thrown)).toMatchObject({ detail: expect.stringMatching(/./) });
	});
});
