import dns from 'node:dns';
import { createRequire } from 'node:module';
import { NodeApiError, type INode } from 'n8n-workflow';
import { Campaign, KEYS, NOBODY } from './campaign';
import {
	atFirst,
	close,
	closeNetwork,
	forwardTo,
	listen,
	onceItSpoke,
	plainlyOnceItSpokeTls,
	proxyTo,
	reset,
	say,
	trustPreSharedSecret,
	withTls,
	type Serve,
} from './network';
import { CONTINUE } from './onError';
import { deletedItem, failedItem, NOT_SENT } from './shapes';

/** Older releases keep of an exception only its words, and some of them do not tell when that was. */
const seesWhen = new NodeApiError({} as INode, new Error('x') as never).cause !== undefined;

const campaign = new Campaign();
const portOfApi = () => Number(new URL(campaign.simulator.url).port);

beforeEach(trustPreSharedSecret);
afterEach(() => {
	closeNetwork();
	delete process.env.HTTPS_PROXY;
});

/** Deletes one contact that is there and one that is not, one after the other. */
const deletes = async (origin: string, maxRetries: number) => {
	const credential = { ...campaign.credential, customEndpoint: `${origin}/campaignapi` };
	const options = { maxRetries, concurrency: 1 };
	return await campaign.deletes({ keys: [NOBODY, KEYS[0]], credential, options, onError: CONTINUE });
};

const notFound = { code: '1020', httpStatus: 200, outcome: 'notDeleted' } as const;

/** The first attempt never got there, the second did: a profile that is not found was not there. */
const expectRetried = ({ success }: Awaited<ReturnType<typeof deletes>>) =>
	expect(success).toStrictEqual([failedItem(0, NOBODY, { ...notFound, attempts: 2 }), deletedItem(1, KEYS[0])]);

const expectEndedAtOnce = ({ success }: Awaited<ReturnType<typeof deletes>>) => {
	const notConnected = { code: 'CONNECTION_FAILED', httpStatus: null, outcome: 'notDeleted', attempts: 1 } as const;
	expect(success).toStrictEqual([failedItem(0, NOBODY, notConnected), failedItem(1, KEYS[0], NOT_SENT)]);
};

const isReset: [string, Serve] = ['the connection is reset', onceItSpoke(reset)];
const speaksPlainly: [string, Serve] = [
	'the port speaks plain HTTP',
	onceItSpoke(say('HTTP/1.1 400 Bad Request\r\n\r\n')),
];
const mischief: Array<[what: string, serve: Serve]> = [
	['the connection closes at once', close],
	['the connection closes before TLS is established', onceItSpoke(close)],
	...(seesWhen ? [isReset, speaksPlainly] : []),
];

describe('Before TLS is established nothing was sent', () => {
	it.each(mischief)('%s', async (_, serve) => {
		const port = await listen(atFirst([serve], withTls(forwardTo(portOfApi()))));
		expectRetried(await deletes(`https://127.0.0.1:${port}`, 1));
	});

	if (!seesWhen) {
		it.each([isReset, speaksPlainly])('a limit of this n8n: %s, so it may have been sent', async (_, serve) => {
			const port = await listen(atFirst([serve], withTls(forwardTo(portOfApi()))));
			const { success } = await deletes(`https://127.0.0.1:${port}`, 1);
			expect(success[0]!.json).toMatchObject({ status: 'goneAfterRetry', key: NOBODY });
		});
	}

	it.each<[string, Serve]>([
		['the connection closes', withTls(onceItSpoke(close))],
		['plain words come amid it', plainlyOnceItSpokeTls],
	])('but after that it may have been: %s', async (_, serve) => {
		const port = await listen(atFirst([serve], withTls(forwardTo(portOfApi()))));
		const { success } = await deletes(`https://127.0.0.1:${port}`, 1);
		expect(success[0]!.json).toMatchObject({ status: 'goneAfterRetry', key: NOBODY });
	});
});

describe('What a proxy does not let through was not sent', () => {
	const refusals: Array<[what: string, serve: Serve]> = [
		['it closes the connection', onceItSpoke(close)],
		...(seesWhen ? [isReset] : []),
		['it asks who it is', onceItSpoke(say('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n'))],
		['it has no way onward', onceItSpoke(say('HTTP/1.1 200 OK\r\n\r\n'))],
	];

	it.each(refusals)('%s', async (_, serve) => {
		const api = await listen(withTls(forwardTo(portOfApi())));
		process.env.HTTPS_PROXY = `http://127.0.0.1:${await listen(atFirst([serve], proxyTo(api)))}`;
		expectRetried(await deletes('https://campaign.invalid', 1));
	});
});

describe('What went wrong while connecting was not sent', () => {
	/** The fault is made up where a connection begins. */
	const connectingFailsWith = (code: string, times: number) => {
		const { lookup } = dns;
		let left = times;
		jest.spyOn(dns, 'lookup').mockImplementation(((...given: Parameters<typeof lookup>) => {
			if (left-- <= 0) return lookup(...given);
			const fault = Object.assign(new Error(`connect ${code} 127.0.0.1:443`), { code, syscall: 'connect' });
			process.nextTick(given.at(-1) as (fault: Error) => void, fault);
		}) as never);
	};
	const origin = () => `http://localhost:${portOfApi()}`;

	it.each(['ETIMEDOUT', 'EMFILE', 'EHOSTUNREACH', 'ECONNREFUSED'])('%s, once', async (code) => {
		connectingFailsWith(code, 1);
		expectRetried(await deletes(origin(), 1));
	});

	it.each([
		['an unknown host', 'ENOTFOUND'],
		['a certificate that is refused', 'DEPTH_ZERO_SELF_SIGNED_CERT'],
	])('%s: the run ends at once', async (_, code) => {
		connectingFailsWith(code, Infinity);
		expectEndedAtOnce(await deletes(origin(), 1));
	});
});

describe('What n8n throws before it sends anything was not sent, and ends the run at once', () => {
	it.each(['http://127.0.0.1:99999', 'http://[::1', 'proxy corp:3128'])(
		'a proxy variable that is no URL: %s',
		async (value) => {
			process.env.HTTPS_PROXY = value;
			const result = await deletes('https://campaign.invalid', 1);
			expectEndedAtOnce(result);
			expect(result.success[0]!.json).toMatchObject({ error: { description: expect.stringContaining('HTTPS_PROXY') } });
		},
	);

	const protection = ssrfProtection();
	(protection ? it : it.skip)("n8n's protection against requests to private addresses", async () => {
		protection!.enabled = true;
		const result = await deletes(campaign.simulator.url, 1).finally(() => (protection!.enabled = false));
		expectEndedAtOnce(result);
		const description = expect.stringContaining('N8N_SSRF_PROTECTION_ENABLED');
		expect(result.success[0]!.json).toMatchObject({ error: { description } });
	});
});

/** What N8N_SSRF_PROTECTION_ENABLED sets when n8n starts; n8n has it since 2.12. */
function ssrfProtection(): { enabled: boolean } | undefined {
	const { WEBEX_E2E_PACKAGE: elsewhere } = process.env;
	const fromHere = elsewhere ? createRequire(`${elsewhere}/index.js`) : require;
	const fromN8n = createRequire(fromHere.resolve('n8n-core'));
	try {
		const { SsrfProtectionConfig } = fromN8n('@n8n/config');
		return SsrfProtectionConfig && fromN8n('@n8n/di').Container.get(SsrfProtectionConfig);
	} catch {
		return undefined;
	}
}
