import type { IExecuteFunctions } from 'n8n-workflow';

import { newJob } from '../../../nodes/WebexCampaign/resources/profile/delete/run/deleteJob';
import { makeProgressLog } from '../../../nodes/WebexCampaign/resources/profile/delete/output/summary';

describe('a long run leaves a line in the log every 10 s', () => {
	const jobs = Array.from({ length: 1200 }, (_, i) =>
		newJob(
			{
				key: `secret-${i}`,
				profileName: 'secret-profile',
				auditParameters: { exparam1: 'secret-ticket' },
			},
			[i],
		),
	);
	const info = jest.fn();
	const context = {
		logger: { info },
		getExecutionId: () => '42',
		getWorkflow: () => ({ id: 'w1', name: 'Erasure\nrequests' }),
	} as unknown as IExecuteFunctions;
	const log = makeProgressLog(context, jobs, 500);

	it('with execution and workflow, and counts only: never a key or a name', () => {
		[600, 5000, 10_499].forEach(log);
		expect(info).not.toHaveBeenCalled();
		log(10_500);
		jobs.slice(0, 1100).forEach((job) => (job.outcome = { status: 'deleted', transactionId: 'secret-t' }));
		jobs.slice(1100, 1105).forEach((job) => (job.outcome = { status: 'notFound' }));
		[10_600, 20_499, 20_500, 20_501].forEach(log);
		const which = 'Webex Campaign, execution 42 of workflow w1 "Erasure requests": ';
		expect(info.mock.calls.flat()).toEqual([
			`${which}0 of 1,200 profiles done`,
			`${which}1,105 of 1,200 profiles done (1,100 deleted, 5 not found)`,
		]);
	});
});
