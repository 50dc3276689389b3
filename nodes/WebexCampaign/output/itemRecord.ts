import type { Reason } from '../api/checked';
import type { ProfileToDelete } from '../api/deleteRequest';
import type { Outcome } from '../run/outcome';

/** All that is known about one input item when the run is over. */
export interface ItemRecord {
	outcome: Outcome;
	/** Requests sent for it, those that the throttle refused included. */
	attempts: number;
	/** null: the input was refused before anything could be sent. */
	profile: ProfileToDelete | null;
	/** Index of the earlier item that names the same profile and was sent in its stead. */
	duplicateOf?: number;
}

/** An item that can't be sent as it is. */
export const invalidItem = ({ message, description, code, httpStatus }: Reason): ItemRecord => ({
	outcome: { status: 'failed', outcome: 'notDeleted', code, httpStatus, refusal: { message, description } },
	attempts: 0,
	profile: null,
});
