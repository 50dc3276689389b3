import { inspect } from 'node:util';

/** All that can be read in a value, nested and not enumerable parts (such as an error's stack) included. */
const everythingIn = (value: unknown): string =>
	inspect(value, {
		depth: Infinity,
		maxArrayLength: Infinity,
		maxStringLength: Infinity,
		breakLength: Infinity,
		showHidden: true,
	});

/**
 * @param where what the value is, for the error
 * @throws Error if the value holds one of the secrets anywhere
 */
export function assertHoldsNone(secrets: string[], where: string, value: unknown): void {
	const text = everythingIn(value);
	for (const secret of secrets) {
		const at = text.indexOf(secret);
		if (at >= 0) throw new Error(`A secret is in the ${where}: ${text.slice(Math.max(0, at - 200), at + 200)}`);
	}
}
