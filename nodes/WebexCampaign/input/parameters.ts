import type { IExecuteFunctions, INodeParameters } from 'n8n-workflow';

import { asSentence } from '../text/asSentence';
import { clean } from '../text/clean';
import { accepted, refused, type Checked } from './checked';
import { isExpression } from './expression';

/** Reads the node's parameters. What holds no expression is the same for all items and is resolved once. */
export class Parameters {
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
			return accepted(this.context.getNodeParameter(name, item, null));
		} catch (thrown) {
			const said = clean(thrown instanceof Error ? thrown.message : String(thrown), '');
			return refused(
				`'${displayName}' could not be read`,
				`Look at the expression in '${displayName}'. n8n says: ${asSentence(said)}`,
			);
		}
	}
}
