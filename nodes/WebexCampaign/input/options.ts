import { invalid, valid, type Result } from '../result';
import { inFigures } from '../text/words';

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
	/** What holds without it, unless that is the default. */
	absent?: number;
	min: number;
	max: number;
	whole?: boolean;
}

/** Defaults and bounds of the number options; n8n enforces bounds only in the editor. */
export const NUMBER_OPTIONS = {
	concurrency: { displayName: 'Concurrent Requests', default: 10, min: 1, max: 50, whole: true },
	maxRequestsPerSecond: { displayName: 'Max Requests per Second', default: 10, absent: Infinity, min: 0.01, max: 1000 },
	maxRetries: { displayName: 'Max Retries', default: 3, min: 0, max: 10, whole: true },
	maxThrottleWait: { displayName: 'Max Throttle Wait (Seconds)', default: 300, min: 0, max: 86_400 },
	// A timer of n8n's holds at most 2^31 ms.
	requestTimeout: { displayName: 'Request Timeout (Seconds)', default: 30, min: 0.1, max: 2_147_483 },
} satisfies Record<string, NumberRule>;

/**
 * Options fail closed: whatever is present must be valid, or nothing is sent for any item.
 *
 * @param resolved the collection after n8n has resolved it
 * @param dryRun every value that 'Dry Run' resolves to, if the option is present: an expression that resolves to nothing
 *   leaves no trace in `resolved`, and one that differs from item to item can't be run-wide
 */
export function checkOptions(resolved: unknown, dryRun: unknown[]): Result<RunOptions> {
	if (typeof resolved !== 'object' || resolved === null || Array.isArray(resolved))
		return invalid("'Options' is not a list of options", "Set the options one by one in the node's 'Options'.");
	const given = resolved as Record<string, unknown>;
	const isSet = dryRun.every((value) => typeof value === 'boolean');
	if (!isSet) return invalidDryRun('is neither true nor false', 'true or false');
	const isSame = new Set(dryRun).size <= 1;
	if (!isSame) return invalidDryRun('is not the same for all items', 'the same for all items of a run');
	const { ifNotFound = 'fail' } = given;
	if (ifNotFound !== 'fail' && ifNotFound !== 'continue') {
		const message = "The option 'If Profile Not Found' has an unknown value";
		return invalid(message, "Choose 'Fail' or 'Continue'. Nothing was sent.");
	}
	const numbers = {} as Record<keyof typeof NUMBER_OPTIONS, number>;
	for (const name of Object.keys(NUMBER_OPTIONS) as Array<keyof typeof NUMBER_OPTIONS>) {
		const checked = checkNumber(NUMBER_OPTIONS[name], given[name]);
		if (!checked.ok) return checked;
		numbers[name] = checked.value;
	}
	const times = { maxThrottleWait: numbers.maxThrottleWait * 1000, requestTimeout: numbers.requestTimeout * 1000 };
	return valid({ ...numbers, ...times, dryRun: dryRun[0] === true, ifNotFound });
}

function checkNumber(rule: NumberRule, value: unknown): Result<number> {
	const { displayName, min, max, whole } = rule;
	if (value === undefined) return valid(rule.absent ?? rule.default);
	if (typeof value === 'number' && value >= min && value <= max && (!whole || Number.isInteger(value)))
		return valid(value);
	return invalid(
		`The option '${displayName}' is out of range`,
		`Set '${displayName}' to ${whole ? 'a whole number' : 'a number'} from ${min} to ${inFigures(max)}. Nothing was sent.`,
	);
}

const invalidDryRun = (what: string, expected: string) =>
	invalid(
		`The option 'Dry Run' ${what}`,
		`Nothing was sent, to be on the safe side. Switch 'Dry Run' on or off, or let its expression give ${expected}.`,
	);
