import type { Second } from '../../simulator/ledger';
import { escaped, plot, round } from './plot';
import { KINDS, type Measured } from './requests';

const WIDTH = 840;
/** Of all plots together. */
const HEIGHT = 250;

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
	const plots: string[] = [];
	let y = 126;
	for (const [index, run] of runs.entries()) {
		const height = tops[index]! * perRequest;
		plots.push(plot({ ...run, limit, end, top: tops[index]!, y: y + 42, height }));
		y += height + 74;
	}
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${round(y + 26)}" role="img">
<title>${escaped(title)}</title>
<style>${STYLE}
</style>
<rect class="card" x="0.5" y="0.5" width="${WIDTH - 1}" height="${round(y + 25)}" rx="10"/>
<text class="title" x="24" y="38">${escaped(title)}</text>
<text x="24" y="62">Requests that reached the API, in each second from the node’s first one</text>
${legend(limit)}
${plots.join('\n')}
<text x="${WIDTH / 2}" y="${round(y + 8)}" text-anchor="middle">seconds</text>
</svg>
`;
}

function legend(limit: number): string {
	const widths = [164, 290, 150];
	let x = 24;
	const entries = KINDS.map(({ kind, words }, i) => {
		const entry = `<rect class="${kind}" x="${x}" y="83" width="12" height="12" rx="3"/><text x="${x + 18}" y="94">${words}</text>`;
		x += widths[i]!;
		return entry;
	});
	const line = `<line class="limit" x1="${x}" x2="${x + 24}" y1="89.5" y2="89.5"/><text x="${x + 30}" y="94">the throttle: ${limit} a second</text>`;
	return [...entries, line].join('\n');
}

/** The first request is in second 0. */
function fromFirstRequest(seconds: Second[]): Second[] {
	const first = seconds.find(({ requests }) => requests > 0)?.second ?? 0;
	return seconds.map((second) => ({ ...second, second: second.second - first }));
}

const ceilTo = (unit: number, value: number) => Math.ceil(value / unit) * unit;
