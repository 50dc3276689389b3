import type { ItemRecord } from '../../../nodes/WebexCampaign/resources/profile/delete/items';
import type { Failure, Outcome } from '../../../nodes/WebexCampaign/resources/profile/delete/outcome';

export const failure = (given: Partial<Failure> = {}): Failure => ({
	status: 'failed',
	outcome: 'notDeleted',
	code: '102',
	httpStatus: 200,
	said: 'Invalid profile id',
	...given,
});

export const notAttempted = failure({
	outcome: 'notAttempted',
	code: 'RUN_STOPPED',
	httpStatus: null,
	said: undefined,
	stoppedBy: { why: 'failedItem' },
});

export const deleted: Outcome = { status: 'deleted', transactionId: 't-1' };

export const record = (outcome: Outcome, given: Partial<ItemRecord> = {}): ItemRecord => ({
	outcome,
	attempts: 1,
	profile: { key: '9463183918', profileName: 'sampleprofile', auditParameters: {} },
	...given,
});

export const times = (count: number, outcome: Outcome): ItemRecord[] =>
	Array.from({ length: count }, () => record(outcome));
