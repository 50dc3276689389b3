import type { FaultRule } from '../../simulator/faults';

/**
 * Every fault of the simulator but the redirect, which ends a run. Faults that settle an item as an outage would are
 * rare enough for five in a row to be no part of the picture.
 */
export const faultMix: FaultRule[] = [
	{ fault: 'lost', executed: true, probability: 0.03 },
	{ fault: 'lost', executed: false, probability: 0.03 },
	{ fault: 'cut', executed: true, probability: 0.02 },
	{ fault: 'cut', executed: false, probability: 0.02 },
	{ fault: 'hang', executed: true, probability: 0.004 },
	{ fault: 'hang', executed: false, probability: 0.004 },
	{ fault: 'drip', executed: true, probability: 0.004 },
	{ fault: 'drip', executed: false, probability: 0.004 },
	{ fault: 'failure', code: 500, executed: true, probability: 0.03 },
	{ fault: 'failure', code: 500, executed: false, probability: 0.03 },
	{ fault: 'webPage', httpStatus: 503, executed: true, probability: 0.02 },
	{ fault: 'webPage', httpStatus: 503, executed: false, probability: 0.02 },
	{ fault: 'webPage', executed: true, probability: 0.005 },
	{ fault: 'webPage', executed: false, probability: 0.005 },
	{ fault: 'empty', executed: true, probability: 0.005 },
	{ fault: 'neitherField', executed: false, probability: 0.005 },
	{ fault: 'idAndCode', executed: true, probability: 0.005 },
	{ fault: 'idAndCode', executed: false, probability: 0.005 },
	// What gateways say in the API's place, and what the page does not have.
	{ fault: 'webPage', httpStatus: 408, executed: true, probability: 0.01 },
	{ fault: 'webPage', httpStatus: 408, executed: false, probability: 0.01 },
	{ fault: 'failure', code: 14, httpStatus: 503, executed: true, probability: 0.01 },
	{ fault: 'failure', code: 14, httpStatus: 503, executed: false, probability: 0.01 },
	{ fault: 'failure', code: 500, httpStatus: 200, executed: true, probability: 0.01 },
	{ fault: 'failure', code: 1000, executed: true, probability: 0.01 },
	{ fault: 'wrongStatus', httpStatus: 404, executed: true, probability: 0.005 },
	{ fault: 'wrongStatus', httpStatus: 302, executed: true, probability: 0.005 },
	{ fault: 'webPage', httpStatus: 403, executed: false, probability: 0.01 },
	{ fault: 'webPage', httpStatus: 404, executed: false, probability: 0.01 },
	{ fault: 'echo', executed: false, probability: 0.01 },
	{ fault: 'failure', code: 1010, executed: false, probability: 0.02 },
	{ fault: 'failure', code: 499, executed: false, probability: 0.02 },
	{ fault: 'failure', code: 102, executed: false, probability: 0.01 },
	{ fault: 'failure', code: 7777, executed: false, probability: 0.01 },
];
