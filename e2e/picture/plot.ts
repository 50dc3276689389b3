import { barInWords, inWords, KINDS, totalsInWords, type Measured } from './requests';

/** Its left and right edge. */
const LEFT = 76;
const RIGHT = 812;

export interface Plot extends Measured {
	limit: number;
	/** Where the time axis ends, in seconds. */
	end: number;
	/** Where the other axis ends, in requests. */
	top: number;
	/** Its upper edge. */
	y: number;
	height: number;
}

/** The requests of one node: seconds from left to right, a bar each. */
export function plot({ heading, outcome, seconds, limit, end, top, y, height }: Plot): string {
	const step = (RIGHT - LEFT) / end;
	const atRequests = (count: number) => round(y + height - (count / top) * height);
	const every = top > 4 * limit ? 2 * limit : limit;
	const grid = upTo(top, every).map(
		(n) =>
			`<line class="grid" x1="${LEFT}" x2="${RIGHT}" y1="${atRequests(n)}" y2="${atRequests(n)}"/><text x="${LEFT - 8}" y="${round(atRequests(n) + 4)}" text-anchor="end">${inWords(n)}</text>`,
	);
	const times = upTo(end, end > 12 ? 5 : 1).map(
		(s) => `<text x="${round(LEFT + s * step)}" y="${round(y + height + 18)}" text-anchor="middle">${s}</text>`,
	);
	const bars = seconds.map((second) => {
		let below = 0;
		const parts = KINDS.map(({ kind, of }) => {
			const from = atRequests(below);
			const to = atRequests((below += of(second)));
			if (from === to) return '';
			return `<rect class="${kind}" x="${round(LEFT + second.second * step + 1)}" y="${to}" width="${round(step - 2)}" height="${round(from - to)}"/>`;
		});
		return `<g><title>${barInWords(second)}</title>${parts.join('')}</g>`;
	});
	const middle = round(y + height / 2);
	return `<g>
<text class="heading" x="24" y="${round(y - 30)}">${escaped(heading)}</text>
<text class="totals" x="24" y="${round(y - 12)}">${totalsInWords(seconds)}; ${escaped(outcome)}</text>
<text transform="translate(32 ${middle}) rotate(-90)" text-anchor="middle">requests</text>
${[...grid, ...bars].join('\n')}
<line class="limit" x1="${LEFT}" x2="${RIGHT}" y1="${atRequests(limit)}" y2="${atRequests(limit)}"/>
${times.join('\n')}
</g>`;
}

export const round = (value: number) => Math.round(value * 10) / 10;
export const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const upTo = (most: number, every: number) => Array.from({ length: Math.floor(most / every) + 1 }, (_, i) => i * every);
