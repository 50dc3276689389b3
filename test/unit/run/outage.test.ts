import { OutageWatch } from '../../../nodes/WebexCampaign/run/outage';
import type { Outcome } from '../../../nodes/WebexCampaign/run/outcome';
import {
	deleted,
	notFound,
	refused,
	replyLost,
	serverFault,
	throttled,
	unavailable,
	unexpected,
} from './answers';

const failed = (code: string): Outcome => ({ status: 'failed', outcome: 'unknown', code, httpStatus: null });

describe('five items in a row without a usable reply are an outage', () => {
	it.each(['UNEXPECTED_REPLY', 'CONNECTION_FAILED', 'TIMED_OUT', '500'])('%s', (code) => {
		const watch = new OutageWatch(0);
		expect(Array.from({ length: 6 }, () => watch.settled(failed(code)))).toEqual([
			false,
			false,
			false,
			false,
			true,
			true,
		]);
	});

	it.each<[string, Outcome]>([
		['a delete', { status: 'deleted', transactionId: 't' }],
		['one gone after a lost reply', { status: 'goneAfterRetry' }],
		['one not found', { status: 'notFound' }],
		['a refusal', failed('102')],
		['a code nobody knows', failed('7001')],
		['the throttle', failed('THROTTLED')],
	])('%s in between begins the count anew', (_name, between) => {
		const watch = new OutageWatch(0);
		for (let i = 0; i < 4; i++) watch.settled(failed('500'));
		expect(watch.settled(between)).toBe(false);
		expect(Array.from({ length: 5 }, () => watch.settled(failed('500'))).indexOf(true)).toBe(4);
	});
});

describe('retries are hopeless after a minute without a usable reply, if five items or more are affected', () => {
	it.each([
		[5, 60_000, true],
		[5, 59_999, false],
		[4, 600_000, false],
		[500, 600_000, true],
	])('%i items, %i ms: %s', (affected, now, hopeless) => {
		expect(new OutageWatch(0).retriesAreHopeless(affected, now)).toBe(hopeless);
	});

	it.each([
		['a delete', deleted, true],
		['not found', notFound, true],
		['a refusal', refused('102'), true],
		['the throttle', throttled(), true],
		['a lost reply', replyLost, false],
		['a server fault', serverFault, false],
		['a 5xx page', unavailable, false],
		['a reply that makes no sense', unexpected, false],
	])('%s is usable: %#', (_name, answer, usable) => {
		const watch = new OutageWatch(0);
		watch.answered(answer, 50_000);
		expect(watch.retriesAreHopeless(5, 70_000)).toBe(!usable);
	});
});
