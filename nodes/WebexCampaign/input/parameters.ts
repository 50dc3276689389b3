import type { IExecuteFunctions, INodeParameters } from 'n8n-workflow';

import { asSentence, clean } from '../text/clean';
import { invalid, valid, type Checked } from '../api/checked';
import { isExpression, withoutWhiteSpace } from './expression';

/** Reads the node's parameters. What holds no expression is the same for all items and is resolved once. */
export class NodeParameters {
	private readonly saved: INodeParameters;
	private readonly sameForAll = new Map<string, Checked<unknown>>();

	constructor(private readonly context: IExecuteFunctions) {
		this.saved = context.getNode().parameters;
	}

	/** The parameter as it is saved in the workflow, expressions unresolved. */
	raw(name: string): unknown {
		return this.saved[name];
	}

	/** @param displayName what the field is called in the editor */
	resolve(name: string, displayName: string, item: number): Checked<unknown> {
		const known = this.sameForAll.get(name);
		if (known) return known;
		const resolved = this.evaluate(name, displayName, item);
		if (!isExpression(this.saved[name])) this.sameForAll.set(name, resolved);
		return resolved;
	}

	/** Nothing may be thrown: in the Continue modes n8n would send all items to the success branch. */
	private evaluate(name: string, displayName: string, item: number): Checked<unknown> {
		try {
			const resolved: unknown = this.context.getNodeParameter(name, item, null);
			return valid(this.ofItsKind(this.saved[name], resolved, item));
		} catch (thrown) {
			const said = clean(thrown instanceof Error ? thrown.message : String(thrown));
			return invalid(
				`'${displayName}' could not be read`,
				`Look at the expression in '${displayName}'. n8n says: ${asSentence(said)}`,
			);
		}
	}

	/** Numbers, lists and the like as they are, where n8n made text of them because of a blank around the expression. */
	private ofItsKind(saved: unknown, resolved: unknown, item: number): unknown {
		if (typeof saved === 'string') {
			const expression = withoutWhiteSpace(saved);
			return expression === undefined ? resolved : this.context.evaluateExpression(expression, item);
		}
		if (!isExpression(saved) || typeof resolved !== 'object' || resolved === null) return resolved;
		const values = Object.entries(resolved).map(([field, value]): [string, unknown] => [
			field,
			this.ofItsKind((saved as INodeParameters)[field], value, item),
		]);
		return Object.fromEntries(values);
	}
}
