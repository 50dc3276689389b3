/**
 * "Failure Response Codes" of the reference page "Delete contact profile API", in the page's order and words.
 * Kept apart from the node's own table on purpose: both are checked against the page's text, not each other.
 */
export const failures = [
	{ httpStatus: 200, code: 102, description: 'Invalid profile id' },
	{ httpStatus: 200, code: 1010, description: 'The request was not processed.' },
	{ httpStatus: 200, code: 1020, description: 'Contact profile not found' },
	{
		httpStatus: 401,
		code: 430,
		description: 'Authorization failed. This resource is not allowed to access using this TOKEN or KEY',
	},
	{ httpStatus: 401, code: 498, description: 'Invalid token or Access token expired' },
	{ httpStatus: 405, code: 405, description: 'Method not supported' },
	{
		httpStatus: 429,
		code: 429,
		description: 'Too many requests. Throttle limit reached for the time window.',
	},
	{
		httpStatus: 499,
		code: 499,
		description:
			'Request failed. Check the exact reason of failure in application code and description of error stream.',
	},
	{ httpStatus: 500, code: 500, description: 'Internal server error' },
	{ httpStatus: 500, code: 1001, description: 'Invalid input JSON' },
] as const;

export type FailureCode = (typeof failures)[number]['code'];
