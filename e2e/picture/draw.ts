import type { Second } from '../../simulator/ledger';

/** What the simulator saw of one node. */
export interface Measured {
	/** The node and its settings. */
	heading: string;
	/** How it ended, in words. */
	outcome: string;
	/** Since the ledger was opened; seconds without a request are left out. */
	seconds: Second[];
}

const WIDTH = 840;
/** Left and right edge of each plot, and the height of all together. */
const [LEFT, RIGHT, HEIGHT] = [76, 812, 250];

const STYLE = `
	svg { --card: #fff; --line: #e3e6eb; --text: #1b2430; --quiet: #5f6b7a; --deleted: #0f766e; --again: #a3adba; --refused: #e07b2c; }
	@media (prefers-color-scheme: dark) {
		svg { --card: #171b22; --line: #303843; --text: #e5e9ef; --quiet: #a3aebc; --deleted: #2dc4b2; --again: #6b7789; --refused: #f59e42; }
	}
	text { fill: var(--quiet); font: 12.5px system-ui, -apple-system, 'Segoe UI', 'DejaVu Sans', sans-serif; }
	.title { fill: var(--text); font-size: 17px; font-weight: 650; }
	.heading { fill: var(--text); font-size: 13.5px; font-weight: 650; }
	.totals { fill: var(--text); }
	.card { fill: var(--card); stroke: var(--line); }
	.grid { stroke: var(--line); }
	.limit { stroke: var(--text); stroke-dasharray: 5 4; }
	.deleted { fill: var(--deleted); } .again { fill: var(--again); } .refused { fill: var(--refused); }`;

/** A request is one of these; drawn from the bottom up. `at`: where it is in the legend. */
const KINDS = [
	{ kind: 'deleted', at: 24, words: 'deleted a contact', of: ({ executed }: Second) => executed },
	{
		kind: 'again',
		at: 188,
		words: 'sent again for a contact that was gone',
		of: ({ requests, executed, refused }: Second) => requests - executed - refused,
	},
	{ kind: 'refused', at: 478, words: 'refused with 429', of: ({ refused }: Second) => refused },
] as const;

/**
 * An SVG of the requests in each second, one plot a node, all to the same scale. It has its own ground, so that it can be
 * read on any page, light or dark.
 *
 * @param limit requests a second that the throttle lets through
 */
export function throttlePicture(title: string, limit: number, nodes: Measured[]): string {
	const runs = nodes.map((node) => ({ ...node, seconds: fromFirstRequest(node.seconds) }));
	const end = Math.max(...runs.flatMap(({ seconds }) => seconds.map(({ second }) => second + 1)));
	const tops = runs.map(({ seconds }) => ceilTo(limit, Math.max(limit * 1.5, ...seconds.map((s) => s.requests))));
	const perRequest = HEIGHT / tops.reduce((sum, top) => sum + top, 0);
	let y = 126;
	const plots = runs.map((run, index) => {
		const top = tops[index]!;
		const drawn = plot(run, limit, { end, top, perRequest, y: y + 42 });
		y += top * perRequest + 74;
		return drawn;
	});
	const legend = KINDS.map(
		({ kind, at, words }) =>
			`<rect class="${kind}" x="${at}" y="83" width="12" height="12" rx="3"/><text x="${at + 18}" y="94">${words}</text>`,
	);
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${round(y + 26)}" role="img">
<title>${escaped(title)}</title>
<style>${STYLE}
</style>
<rect class="card" x="0.5" y="0.5" width="${WIDTH - 1}" height="${round(y + 25)}" rx="10"/>
<text class="title" x="24" y="38">${escaped(title)}</text>
<text x="24" y="62">Requests that reached the API, in each second from the node’s first one</text>
${legend.join('\n')}
<line class="limit" x1="628" x2="652" y1="89.5" y2="89.5"/><text x="658" y="94">the throttle: ${limit} a second</text>
${plots.join('\n')}
<text x="${WIDTH / 2}" y="${round(y + 8)}" text-anchor="middle">seconds</text>
</svg>
`;
}

/** The scales of a plot: where its axes end, in seconds and in requests, its upper edge, and the height of a request. */
interface Scales {
	end: number;
	top: number;
	y: number;
	perRequest: number;
}

/** The requests of one node: seconds from left to right, a bar each. */
function plot({ heading, outcome, seconds }: Measured, limit: number, { end, top, y, perRequest }: Scales): string {
	const step = (RIGHT - LEFT) / end;
	const bottom = y + top * perRequest;
	const at = (count: number) => round(bottom - count * perRequest);
	const across = (kind: string, count: number) =>
		`<line class="${kind}" x1="${LEFT}" x2="${RIGHT}" y1="${at(count)}" y2="${at(count)}"/>`;
	const grid = upTo(top, top > 4 * limit ? 2 * limit : limit).map(
		(n) => `${across('grid', n)}<text x="${LEFT - 8}" y="${round(at(n) + 4)}" text-anchor="end">${inWords(n)}</text>`,
	);
	const times = upTo(end, end > 12 ? 5 : 1).map(
		(s) => `<text x="${round(LEFT + s * step)}" y="${round(bottom + 18)}" text-anchor="middle">${s}</text>`,
	);
	const bars = seconds.map((second) => {
		let below = 0;
		const parts = KINDS.map(({ kind, of }) => {
			const from = at(below);
			const to = at((below += of(second)));
			if (from === to) return '';
			return `<rect class="${kind}" x="${round(LEFT + second.second * step + 1)}" y="${to}" width="${round(step - 2)}" height="${round(from - to)}"/>`;
		});
		const words = KINDS.map((one) => `${inWords(one.of(second))} ${one.words}`).join(', ');
		return `<g><title>${words}</title>${parts.join('')}</g>`;
	});
	return `<g>
<text class="heading" x="24" y="${round(y - 30)}">${escaped(heading)}</text>
<text class="totals" x="24" y="${round(y - 12)}">${totalsInWords(seconds)}; ${escaped(outcome)}</text>
<text transform="translate(32 ${round((y + bottom) / 2)}) rotate(-90)" text-anchor="middle">requests</text>
${[...grid, ...bars].join('\n')}
${across('limit', limit)}
${times.join('\n')}
</g>`;
}

function totalsInWords(seconds: Second[]): string {
	const sum = (of: (second: Second) => number) => seconds.reduce((all, second) => all + of(second), 0);
	const [requests, refused] = [sum((second) => second.requests), sum((second) => second.refused)];
	const percent = ((100 * refused) / requests).toFixed(1);
	return `${inWords(sum(({ executed }) => executed))} deleted; ${inWords(refused)} of ${inWords(requests)} requests refused (${percent} %)`;
}

/** The first request is in second 0. */
function fromFirstRequest(seconds: Second[]): Second[] {
	const first = seconds.find(({ requests }) => requests > 0)?.second ?? 0;
	return seconds.map((second) => ({ ...second, second: second.second - first }));
}

const inWords = (count: number) => count.toLocaleString('en-US');
const round = (value: number) => Math.round(value * 10) / 10;
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const ceilTo = (unit: number, value: number) => Math.ceil(value / unit) * unit;
const upTo = (most: number, every: number) => Array.from({ length: Math.floor(most / every) + 1 }, (_, i) => i * every);
