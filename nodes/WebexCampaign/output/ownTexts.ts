/** What happened, and what to do next. */
export interface Text {
	message: string;
	description: string;
}

export const RUN_AGAIN =
	"Run this item again with the option 'If Profile Not Found' set to 'Continue': a profile that is gone by then counts as done.";

const CHECK_ADDRESS = "Check 'Region' and 'Tenant' of the credential, or its 'API Endpoint'.";

/** Texts for what the API has no code for. */
export const OWN_TEXTS = {
	UNEXPECTED_REPLY: {
		message: 'The reply is not one that the Webex Campaign API is known to give',
		description: `The profile was not deleted. ${CHECK_ADDRESS} A proxy or firewall in between may also have answered.`,
	},
	UNLISTED_CODE: {
		message: 'Webex Campaign refused this delete with a code that its reference page does not list',
		description:
			'The profile was not deleted. The code and what Webex Campaign said are below; ask your Webex Campaign administrator.',
	},
	CONNECTION_FAILED: {
		message: 'No connection to Webex Campaign could be made',
		description: `Nothing was sent. ${CHECK_ADDRESS} If they are right, check the network of the machine that runs n8n, then run this item again.`,
	},
	CONNECTION_LOST: {
		message: 'The connection to Webex Campaign was lost before the reply had come',
		description: RUN_AGAIN,
	},
	TIMED_OUT: {
		message: 'Webex Campaign did not reply in time',
		description: RUN_AGAIN,
	},
} satisfies Record<string, Text>;
