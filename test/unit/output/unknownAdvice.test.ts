import { FAILURE_TABLE, RUN_AGAIN } from '../../../nodes/WebexCampaign/api/failureTable';
import { failureText } from '../../../nodes/WebexCampaign/output/failureText';

describe('After a lost reply, what has to be mended first is told all the same', () => {
	const descriptionFor = (code: string) =>
		failureText({ status: 'failed', outcome: 'unknown', code, httpStatus: 401 }, 2).description;

	it.each(['102', '430', '498', '405', '1001'])('code %s', (code) => {
		const advice = FAILURE_TABLE.find((row) => row.code === code)!.advice;
		expect(descriptionFor(code)).toBe(`${advice} ${RUN_AGAIN}`);
	});

	it.each([
		['UNEXPECTED_REPLY', /check 'Region' and 'Tenant'/],
		['TIMED_OUT', /raise the option 'Request Timeout \(Seconds\)'/],
	])('%s: running again comes first', (code, advice) => {
		expect(descriptionFor(code)).toMatch(advice);
		expect(descriptionFor(code).startsWith(`${RUN_AGAIN} If this happens again`)).toBe(true);
	});

	it.each(['1010', '499', '500', 'CONNECTION_FAILED'])(
		'code %s: running again is all there is to do',
		(code) => {
			expect(descriptionFor(code)).toBe(RUN_AGAIN);
		},
	);
});
