import { checkOptions } from '../../../nodes/WebexCampaign/input/options';

const defaults = {
	concurrency: 10,
	dryRun: false,
	ifNotFound: 'fail',
	maxRequestsPerSecond: Infinity,
	maxRetries: 3,
	maxThrottleWait: 300_000,
	requestTimeout: 30_000,
};

describe('options have these defaults', () => {
	it.each([
		['none set', {}],
		['all of them undefined', { concurrency: undefined, ifNotFound: undefined, maxRetries: undefined }],
	])('%s', (_name, given) => {
		expect(checkOptions(given, [])).toEqual({ ok: true, value: defaults });
	});
});

describe('a number is taken from one bound to the other', () => {
	it.each<[string, number[], number?]>([
		['concurrency', [1, 2, 50]],
		['maxRequestsPerSecond', [0.01, 2.5, 1000]],
		['maxRetries', [0, 1, 10]],
		['maxThrottleWait', [0, 0.5, 86_400], 1000],
		['requestTimeout', [0.1, 2.5, 3600], 1000],
	])('%s, seconds as ms', (name, values, unit = 1) => {
		for (const value of values) {
			expect(checkOptions({ [name]: value }, [])).toEqual({
				ok: true,
				value: { ...defaults, [name]: value * unit },
			});
		}
	});

	it.each<[string, unknown[], string]>([
		['concurrency', [0, -1, 51, 1.5], "The option 'Concurrent Requests' is out of range"],
		['maxRequestsPerSecond', [0, 0.009, -1, 1001], "The option 'Max Requests per Second' is out of range"],
		['maxRetries', [-1, 11, 0.5], "The option 'Max Retries' is out of range"],
		['maxThrottleWait', [-1, 86_401], "The option 'Max Throttle Wait (Seconds)' is out of range"],
		['requestTimeout', [0, 0.09, -5, 2 ** 31], "The option 'Request Timeout (Seconds)' is out of range"],
	])('and refused beyond: %s', (name, values, message) => {
		const noNumbers = [NaN, Infinity, -Infinity, '5', '', null, true, [5], { value: 5 }, 5n];
		for (const value of [...values, ...noNumbers]) {
			expect(checkOptions({ [name]: value }, [])).toMatchObject({ ok: false, message });
		}
	});
});

describe("'If Profile Not Found' knows two values", () => {
	it.each(['fail', 'continue'])('%s', (ifNotFound) => {
		expect(checkOptions({ ifNotFound }, [])).toEqual({ ok: true, value: { ...defaults, ifNotFound } });
	});

	it.each([null, '', 'Continue', 'skip', true, ['fail']])('and no other: %j', (ifNotFound) => {
		expect(checkOptions({ ifNotFound }, [])).toMatchObject({
			ok: false,
			message: "The option 'If Profile Not Found' has an unknown value",
		});
	});
});

describe("'Dry Run' fails closed: nothing is sent unless it is certain that it should be", () => {
	it.each<[string, unknown[], boolean]>([
		['not there', [], false],
		['off', [false], false],
		['on', [true], true],
		['on for every item', [true, true], true],
		['off for every item', [false, false], false],
	])('%s', (_name, resolved, dryRun) => {
		expect(checkOptions({}, resolved)).toEqual({ ok: true, value: { ...defaults, dryRun } });
	});

	it.each<[string, unknown[]]>([
		['an expression that resolves to nothing', [undefined]],
		['the text false', ['false']],
		['0', [0]],
		['an object', [{}]],
		['nothing for one item only', [true, true, undefined]],
		['true and false', [true, false]],
		['false and true', [false, false, true]],
	])('refused: %s', (_name, resolved) => {
		expect(checkOptions({}, resolved)).toMatchObject({
			ok: false,
			message: expect.stringContaining("'Dry Run'"),
		});
	});
});

describe('options that are no collection are refused', () => {
	it.each([undefined, null, '', 'fast', 5, true, []])('%j', (resolved) => {
		expect(checkOptions(resolved, [])).toMatchObject({ ok: false });
	});
});
