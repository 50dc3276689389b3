/** What a documented code means for an item. */
type Meaning =
	| 'notDeleted'
	| 'notFound'
	/** Every other item would be refused as well. */
	| 'refusesAll'
	| 'throttled'
	/** The delete may have been carried out. */
	| 'serverFault';

interface Row {
	httpStatus: number;
	code: string;
	means: Meaning;
	/** Of another HTTP status than the documented one. Unless told, the status does not matter. */
	meansElsewhere?: Meaning;
	/** Only an API that has accepted the key says so. */
	showsKeyIsRight?: true;
}

/**
 * The failure table of the reference page "Delete contact profile API", in its order; what a code means is inferred.
 * https://docs.webexcampaign.com/reference/delete-contact-profile-api
 */
export const FAILURE_TABLE: readonly Row[] = [
	{ httpStatus: 200, code: '102', means: 'notDeleted', showsKeyIsRight: true },
	{ httpStatus: 200, code: '1010', means: 'notDeleted', showsKeyIsRight: true },
	{ httpStatus: 200, code: '1020', means: 'notFound', showsKeyIsRight: true },
	{ httpStatus: 401, code: '430', means: 'refusesAll' },
	{ httpStatus: 401, code: '498', means: 'refusesAll' },
	{ httpStatus: 405, code: '405', means: 'refusesAll', meansElsewhere: 'notDeleted' },
	{ httpStatus: 429, code: '429', means: 'throttled' },
	{ httpStatus: 499, code: '499', means: 'notDeleted' },
	{ httpStatus: 500, code: '500', means: 'serverFault' },
	{ httpStatus: 500, code: '1001', means: 'notDeleted' },
];

const rowOf = (code: string) => FAILURE_TABLE.find((row) => row.code === code);

/** undefined: the code is not documented, so it may be anybody's and means nothing. */
export function meaningOf(code: string | undefined, httpStatus: number): Meaning | undefined {
	const row = code === undefined ? undefined : rowOf(code);
	return row?.meansElsewhere && row.httpStatus !== httpStatus ? row.meansElsewhere : row?.means;
}

export const showsKeyIsRight = (code: string): boolean => rowOf(code)?.showsKeyIsRight === true;
