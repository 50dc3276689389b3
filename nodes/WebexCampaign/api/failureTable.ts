/** One row of the table "Failure Response Codes", and what it means to the person who builds the workflow. */
interface FailureRow {
	httpStatus: number;
	code: string;
	/** What happened: shown as the message, stands alone. */
	message: string;
	/** What to do next, in the words of the fields they see. What the page does not state is worded as likely. */
	advice: string;
}

/** After a delete that may or may not have been carried out. */
export const RUN_AGAIN =
	"Run this item again with the option 'If Profile Not Found' set to 'Continue': a profile that is gone by then counts as done.";

/**
 * The failure table of the reference page "Delete contact profile API", in its order.
 * https://docs.webexcampaign.com/reference/delete-contact-profile-api
 */
export const FAILURE_TABLE: readonly FailureRow[] = [
	{
		httpStatus: 200,
		code: '102',
		message: 'Webex Campaign does not know this profile name',
		advice:
			"Check 'Profile Name': choose it from the list, or type it exactly as Webex Campaign spells it. If the field is empty, enter the name.",
	},
	{
		httpStatus: 200,
		code: '1010',
		message: 'Webex Campaign did not process this delete',
		advice:
			'Run this item again later. If it is refused again, give your Webex Campaign administrator the key and the time of the request.',
	},
	{
		httpStatus: 200,
		code: '1020',
		message: 'No contact profile with this key was found',
		advice:
			"Check 'Key' and 'Profile Name'. If the contact may be gone already, set the option 'If Profile Not Found' to 'Continue'.",
	},
	{
		httpStatus: 401,
		code: '430',
		message: 'This API key is not allowed to delete profiles',
		advice:
			"In Webex Campaign open Administration > Users & roles > API users, edit the API user of this key, and grant it the delete profile API (look in 'Profile manager module APIs' and 'Campaign manager module APIs'). Then run the workflow again.",
	},
	{
		httpStatus: 401,
		code: '498',
		message: 'Webex Campaign does not accept this API key',
		advice:
			"The key is wrong, has expired or was deleted. Copy a secret key from Administration > Users & roles > API users into 'API Secret Key' of the credential, check its 'Region' and 'Tenant', and run the workflow again.",
	},
	{
		httpStatus: 405,
		code: '405',
		message: 'The address in the credential does not accept this request',
		advice:
			"It is probably not the address of the Webex Campaign API. Check 'Region' and 'Tenant', or 'API Endpoint', and run the workflow again.",
	},
	{
		httpStatus: 429,
		code: '429',
		message: 'The throttle of Webex Campaign did not let this delete through',
		advice:
			"Run this item again later, raise the option 'Max Throttle Wait (Seconds)', or ask your Webex Campaign administrator for a higher limit.",
	},
	{
		httpStatus: 499,
		code: '499',
		message: 'Webex Campaign could not carry out this delete',
		advice: 'The reason is in what Webex Campaign said. Correct what it names, then run this item again.',
	},
	{
		httpStatus: 500,
		code: '500',
		message: 'Webex Campaign had an internal fault',
		advice: RUN_AGAIN,
	},
	{
		httpStatus: 500,
		code: '1001',
		message: 'Webex Campaign could not read this request',
		advice:
			"Look for unusual characters in 'Key', 'Profile Name' and 'Audit Parameters'. If there are none, please report it to the makers of this node.",
	},
];
