import { readFileSync } from 'node:fs';
import { join } from 'node:path';

type Json = Record<string, unknown>;

/** Runs the code of one of an example's Code nodes on these items, with what it asks of other nodes. Returns its items. */
export function runCode(file: string, name: string, input: Json[], others: Record<string, Json[]> = {}): Json[] {
	const text = readFileSync(join(__dirname, '../../examples', file), 'utf8');
	const { nodes } = JSON.parse(text) as { nodes: Array<{ name: string; parameters: { jsCode: string } }> };
	const { jsCode } = nodes.find((node) => node.name === name)!.parameters;
	const itemsOf = (items: Json[] = []) => {
		const wrapped = items.map((json) => ({ json }));
		return { all: () => wrapped, first: () => wrapped[0] };
	};
	const run = new Function('$input', '$', jsCode) as (input: unknown, node: unknown) => Array<{ json: Json }>;
	return run(itemsOf(input), (node: string) => itemsOf(others[node])).map(({ json }) => json);
}
