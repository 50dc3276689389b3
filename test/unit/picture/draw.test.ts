import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { throttlePicture } from '../../../e2e/picture/draw';

/** The counts in a picture: of each bar, by kind, and of the line above the bars of a node. */
function counts(svg: string) {
	const number = (text = '') => Number(text.replaceAll(',', ''));
	return [...svg.matchAll(/<text class="totals".*?(?=<line class="limit" x1="76")/gs)].map(([part]) => {
		const [, deleted, refused, requests] = />([\d,]+) deleted; ([\d,]+) of ([\d,]+) requests refused/.exec(part) ?? [];
		const bars = [...part.matchAll(/<title>([\d,]+) [^\d]*([\d,]+) [^\d]*([\d,]+) refused/g)].map(([, ...each]) =>
			each.map(number),
		);
		return { deleted: number(deleted), refused: number(refused), requests: number(requests), bars };
	});
}

const sum = (numbers: number[]) => numbers.reduce((all, one) => all + one, 0);

const seconds = [
	{ second: 3, requests: 103, executed: 100, refused: 3 },
	{ second: 5, requests: 400, executed: 60, refused: 300 },
];
const svg = throttlePicture('A title', 100, [
	{ heading: 'One < two', outcome: 'done', seconds },
	{ heading: 'Two', outcome: 'failed', seconds: seconds.slice(0, 1) },
]);

describe('The picture of the throttle shows what was measured', () => {
	it('in words: deleted, sent again, refused', () => {
		expect(counts(svg)).toEqual([
			{
				deleted: 160,
				refused: 303,
				requests: 503,
				bars: [
					[100, 0, 3],
					[60, 40, 300],
				],
			},
			{ deleted: 100, refused: 3, requests: 103, bars: [[100, 0, 3]] },
		]);
	});

	it('in bars, all to one scale', () => {
		const heights = [...svg.matchAll(/<rect class="(\w+)"[^>]*height="([\d.]+)"\/>/g)].map(
			([, kind, height]) => [kind, Number(height)] as const,
		);
		const [, ofHundred] = heights[0]!;
		expect(heights.map(([kind, height]) => [kind, Math.round((20 * height) / ofHundred)])).toEqual([
			['deleted', 20],
			['refused', 1],
			['deleted', 12],
			['again', 8],
			['refused', 60],
			['deleted', 20],
			['refused', 1],
		]);
	});

	it('and is well-formed whatever a heading holds', () => {
		expect(svg).toContain('One &lt; two');
	});
});

describe('The picture in the documents', () => {
	const [ours, http] = counts(readFileSync(join(__dirname, '../../../docs/images/throttle.svg'), 'utf8'));

	it.each([
		['this node', ours!],
		['the HTTP Request node', http!],
	])('has the totals of its bars: %s', (_, { deleted, refused, requests, bars }) => {
		expect(sum(bars.map(([executed = 0]) => executed))).toBe(deleted);
		expect(sum(bars.map(([, , turnedAway = 0]) => turnedAway))).toBe(refused);
		expect(sum(bars.flat())).toBe(requests);
	});
});
