import { sleep, type IExecuteFunctions, type INodeParameters } from 'n8n-workflow';

import { invalid, valid, type Result } from '../result';
import { n8nSays } from '../text/clean';

/** Reads the node's parameters. What holds no expression is the same for all items and is resolved once. */
export class NodeParameters {
	/** As they are saved in the workflow, expressions unresolved. */
	readonly saved: INodeParameters;
	private readonly sameForAll = new Map<string, Result<unknown>>();

	constructor(private readonly context: IExecuteFunctions) {
		this.saved = context.getNode().parameters;
	}

	/** @param displayName what the field is called in the editor */
	resolve(name: string, displayName: string, item: number): Result<unknown> {
		const known = this.sameForAll.get(name);
		if (known) return known;
		const resolved = this.evaluate(name, displayName, item);
		if (!isExpression(this.saved[name])) this.sameForAll.set(name, resolved);
		return resolved;
	}

	/** Resolves it and checks what it holds. An exception in checking one item is that item's. */
	read<T>(name: string, displayName: string, item: number, check: (value: unknown) => Result<T>): Result<T> {
		const resolved = this.resolve(name, displayName, item);
		if (!resolved.ok) return resolved;
		try {
			return check(resolved.value);
		} catch {
			const description = `Let the expression in '${displayName}' end in a text, such as {{ String($json.id) }}.`;
			return invalid(`'${displayName}' holds something that could not be checked`, description);
		}
	}

	/** Nothing may be thrown: in the Continue modes n8n would send all items to the success branch. */
	private evaluate(name: string, displayName: string, item: number): Result<unknown> {
		try {
			return valid(this.ofItsKind(this.saved[name], this.context.getNodeParameter(name, item, null), item));
		} catch (thrown) {
			const description = `Look at the expression in '${displayName}'. ${n8nSays(thrown)}`;
			return invalid(`'${displayName}' could not be read`, description);
		}
	}

	/** Numbers, lists and the like as they are, where n8n made text of them because of a blank around the expression. */
	private ofItsKind(saved: unknown, resolved: unknown, item: number): unknown {
		if (typeof saved === 'string') {
			const expression = withoutWhiteSpace(saved);
			return expression === undefined ? resolved : this.context.evaluateExpression(expression, item);
		}
		if (!isExpression(saved) || typeof resolved !== 'object' || resolved === null) return resolved;
		const fields = saved as INodeParameters;
		const values = Object.entries(resolved).map(([name, value]) => [name, this.ofItsKind(fields[name], value, item)]);
		return Object.fromEntries(values);
	}
}

/** Whether a saved parameter, or anything inside it, is an expression: n8n marks them with a leading `=`. */
export function isExpression(raw: unknown): boolean {
	if (typeof raw === 'string') return raw.startsWith('=');
	return typeof raw === 'object' && raw !== null && Object.values(raw).some(isExpression);
}

/** `{{ … }}` without the white space around it, which makes n8n turn any value into text. undefined: there is none. */
export function withoutWhiteSpace(raw: string): string | undefined {
	const expression = raw.slice(1).trim();
	const isOne = /^\{\{(?:(?!\{\{).)*\}\}$/s.test(expression);
	return raw.startsWith('=') && isOne && expression.length < raw.length - 1 ? expression : undefined;
}

/** Let n8n do other work after so many ms: resolving expressions for many items would keep a worker from its duties. */
const LONGEST_STRETCH = 25;

/** Reads something of every item, with pauses. Ends early, with fewer values, if the execution is cancelled. */
export async function readEveryItem<T>(
	items: number,
	isCancelled: () => boolean,
	read: (item: number) => T,
): Promise<T[]> {
	const values: T[] = [];
	let pause = performance.now() + LONGEST_STRETCH;
	while (values.length < items && !isCancelled()) {
		values.push(read(values.length));
		if (performance.now() < pause) continue;
		await sleep(0);
		pause = performance.now() + LONGEST_STRETCH;
	}
	return values;
}
