import { faults, type FaultRule } from './faults';
import type { CodeKind } from './reply';
import type { ThrottleRule } from './throttles';

/** Every switch of the simulator: the same words in process, over HTTP and on the page. */
export interface Settings {
	throttle: ThrottleRule;
	/** How long a reply is on its way; the jitter adds 0 to `jitterMs`, drawn from seed and key. */
	latency: { ms: number; jitterMs?: number };
	faults: FaultRule[];
	/** Whether a failure's code is a JSON number or a string. */
	codeKind: CodeKind;
	/** Whether the list of profile definitions is a bare array or wrapped in an object. */
	definitionList: 'bare' | 'wrapped';
}

export const usualSettings: Settings = {
	throttle: { kind: 'none' },
	latency: { ms: 0 },
	faults: [],
	codeKind: 'number',
	definitionList: 'bare',
};

/**
 * Settings with some of them changed.
 *
 * @throws Error that names the first unknown setting or value, so that none is misspelt in silence
 */
export function changeSettings(settings: Settings, change: Partial<Settings>): Settings {
	for (const [name, value] of Object.entries(change)) {
		if (!(name in accepted)) throw new Error(`There is no setting '${name}'.`);
		if (!fits(name as keyof Settings, value)) {
			throw new Error(`The setting '${name}' can't be ${JSON.stringify(value)}.`);
		}
	}
	return { ...settings, ...change };
}

function fits(name: keyof Settings, value: unknown): boolean {
	try {
		return (accepted[name] as (value: unknown) => boolean)(value);
	} catch {
		return false;
	}
}

/** Which values each setting takes. A check may also throw, which is a no as well. */
const accepted: { [Name in keyof Settings]: (value: Settings[Name]) => boolean } = {
	throttle: isThrottleRule,
	latency: ({ ms, jitterMs = 0 }) => ms >= 0 && jitterMs >= 0,
	faults: (rules) => rules.every(isFaultRule),
	codeKind: (kind) => ['number', 'string'].includes(kind),
	definitionList: (shape) => ['bare', 'wrapped'].includes(shape),
};

function isThrottleRule(rule: ThrottleRule): boolean {
	switch (rule.kind) {
		case 'none':
			return true;
		case 'fixed':
		case 'sliding':
			return rule.limit >= 1 && rule.windowMs > 0;
		case 'lockout':
			return rule.limit >= 1 && rule.windowMs > 0 && rule.lockMs >= 0;
		case 'bucket':
			return rule.perSecond > 0 && rule.burst >= 1;
		case 'concurrent':
			return rule.limit >= 1;
		case 'sequence':
			return rule.steps.length > 0 && rule.steps.every((step) => step.afterMs >= 0 && isThrottleRule(step.rule));
		default:
			return false;
	}
}

const faultWords: Record<keyof FaultRule, (rule: FaultRule) => unknown> = {
	fault: ({ fault }) => fault in faults,
	executed: ({ executed }) => typeof executed === 'boolean',
	probability: ({ probability = 1 }) => probability >= 0 && probability <= 1,
	times: ({ times = 0 }) => times >= 0,
	firstAsks: ({ firstAsks = 0 }) => firstAsks >= 0,
	keys: ({ keys = '' }) => new RegExp(keys),
	on: ({ on = 'delete' }) => ['delete', 'definitions'].includes(on),
	code: ({ code }) => ['number', 'string'].includes(typeof code),
	httpStatus: ({ httpStatus = 200 }) => httpStatus >= 200 && httpStatus <= 599,
	retryAfter: ({ retryAfter = 0 }) => retryAfter >= 0,
	dripMs: ({ dripMs = 0 }) => dripMs >= 0,
};

function isFaultRule(rule: FaultRule): boolean {
	return 'fault' in rule && Object.keys(rule).every((word) => faultWords[word as keyof FaultRule](rule));
}
