import { PROFILE } from './campaign';

/** Jest's matchers stand for what differs from run to run. */
export const text = expect.stringMatching(/\S/);
export const transactionId = expect.stringMatching(/^[0-9a-f]{32}$/);

/** The fields of a failed item that differ from case to case. */
export interface FailedFields {
	code: string;
	httpStatus: number | null;
	outcome: 'notDeleted' | 'unknown' | 'notAttempted';
	/** null: nobody knows. */
	attempts: number | null;
}

interface Also {
	profileName?: string | null;
	[field: string]: unknown;
}

/** An output item of the success branch, whole. */
export const deletedItem = (item: number, key: string, also: Also = {}) => ({
	json: { deleted: true, status: 'deleted', key, profileName: PROFILE, transactionId, ...also },
	pairedItem: { item },
});

/** An output item whose profile is gone or was never there. */
export const itemWithout = (status: string, item: number, key: string, also: Also = {}) => ({
	json: {
		deleted: status === 'goneAfterRetry' ? null : false,
		status,
		key,
		profileName: PROFILE,
		transactionId: null,
		...also,
	},
	pairedItem: { item },
});

/** A failed output item, whole. `input` is what the error branch keeps of the input item; without it On Error is 'Continue'. */
export const failedItem = (
	item: number,
	key: string | null,
	fields: FailedFields,
	{ input, profileName = key === null ? null : PROFILE, ...also }: Also & { input?: object } = {},
) => {
	const error = { message: text, description: text, key, profileName, ...fields, ...also };
	const { outcome: status } = fields;
	const columns = { deleted: status === 'unknown' ? null : false, status, key, profileName, transactionId: null };
	return { json: { ...(input ?? columns), error }, pairedItem: { item } };
};

export const REFUSED_INPUT: FailedFields = {
	code: 'INVALID_PARAMETER',
	httpStatus: null,
	outcome: 'notDeleted',
	attempts: 0,
};

export const REFUSED_CREDENTIAL: FailedFields = { ...REFUSED_INPUT, code: 'INVALID_CREDENTIAL' };

export const NOT_SENT: FailedFields = {
	code: 'RUN_STOPPED',
	httpStatus: null,
	outcome: 'notAttempted',
	attempts: 0,
};
