import { invalid, valid, type Result } from '../result';

/** The run-wide options, checked. Times are in ms here, and in seconds in the editor. */
export interface RunOptions {
	concurrency: number;
	dryRun: boolean;
	ifNotFound: 'fail' | 'continue';
	/** Infinity: no such bound. */
	maxRequestsPerSecond: number;
	maxRetries: number;
	maxThrottleWait: number;
	requestTimeout: number;
}

interface NumberRule {
	displayName: string;
	/** What the option is added with. */
	default: number;
	min: number;
	max: number;
	whole?: boolean;
}

/** Defaults and bounds of the number options; n8n enforces bounds only in the editor. */
export const NUMBER_OPTIONS = {
	concurrency: { displayName: 'Concurrent Requests', default: 10, min: 1, max: 50, whole: true },
	maxRequestsPerSecond: { displayName: 'Max Requests per Second', default: 10, min: 0.01, max: 1000 },
	maxRetries: { displayName: 'Max Retries', default: 3, min: 0, max: 10, whole: true },
	maxThrottleWait: { displayName: 'Max Throttle Wait (Seconds)', default: 300, min: 0, max: 86_400 },
	// A timer of n8n's holds at most 2^31 ms.
	requestTimeout: { displayName: 'Request Timeout (Seconds)', default: 30, min: 0.1, max: 2_147_483 },
} satisfies Record<string, NumberRule>;

/** What holds without the option: its default, but no bound on the requests in a second. */
const absent = (name: keyof typeof NUMBER_OPTIONS): number =>
	name === 'maxRequestsPerSecond' ? Infinity : NUMBER_OPTIONS[name].default;

/**
 * Options fail closed: whatever is present must be valid, or nothing is sent for any item.
 *
 * @param resolved the collection after n8n has resolved it
 * @param dryRun every value that 'Dry Run' resolves to, if the option is present: an expression that resolves to nothing
 *   leaves no trace in `resolved`, and one that differs from item to item can't be run-wide
 */
export function checkOptions(resolved: unknown, dryRun: unknown[]): Result<RunOptions> {
	if (typeof resolved !== 'object' || resolved === null || Array.isArray(resolved)) {
		return invalid("'Options' is not a list of options", "Set the options one by one in the node's 'Options'.");
	}
	const given = resolved as Record<string, unknown>;
	if (dryRun.some((value) => typeof value !== 'boolean'))
		return invalidDryRun('is neither true nor false', 'true or false');
	if (new Set(dryRun).size > 1)
		return invalidDryRun('is not the same for all items', 'the same for all items of a run');
	const { ifNotFound = 'fail' } = given;
	if (ifNotFound !== 'fail' && ifNotFound !== 'continue') {
		return invalid(
			"The option 'If Profile Not Found' has an unknown value",
			"Choose 'Fail' or 'Continue'. Nothing was sent.",
		);
	}
	const numbers: Partial<Record<keyof typeof NUMBER_OPTIONS, number>> = {};
	for (const name of Object.keys(NUMBER_OPTIONS) as Array<keyof typeof NUMBER_OPTIONS>) {
		const checked = given[name] === undefined ? valid(absent(name)) : checkNumber(NUMBER_OPTIONS[name], given[name]);
		if (!checked.ok) return checked;
		numbers[name] = checked.value;
	}
	const { maxThrottleWait, requestTimeout, ...others } = numbers as Required<typeof numbers>;
	return valid({
		...others,
		maxThrottleWait: maxThrottleWait * 1000,
		requestTimeout: requestTimeout * 1000,
		dryRun: dryRun[0] === true,
		ifNotFound,
	});
}

function checkNumber(rule: NumberRule, value: unknown): Result<number> {
	const fits =
		typeof value === 'number' && value >= rule.min && value <= rule.max && (!rule.whole || Number.isInteger(value));
	if (fits) return valid(value);
	const kind = rule.whole ? 'a whole number' : 'a number';
	return invalid(
		`The option '${rule.displayName}' is out of range`,
		`Set '${rule.displayName}' to ${kind} from ${rule.min} to ${rule.max.toLocaleString('en-US')}. Nothing was sent.`,
	);
}

const invalidDryRun = (what: string, expected: string) =>
	invalid(
		`The option 'Dry Run' ${what}`,
		`Nothing was sent, to be on the safe side. Switch 'Dry Run' on or off, or let its expression give ${expected}.`,
	);
