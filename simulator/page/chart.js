// Requests per second as stacked bars: deleted, anything else, refused with 429.
import { html } from './preact.js';

const shown = 60;
const height = 130;
const width = 740;
const scaleWidth = 40;
const step = width / shown;

export function Chart({ seconds, now }) {
	const top = niceTop(Math.max(4, ...seconds.map(({ requests }) => requests)));
	const y = (count) => height - (count / top) * height;
	return html`
		<svg id="chart" viewBox="${-scaleWidth} -8 ${width + scaleWidth} ${height + 28}" role="img">
			${[0, top / 2, top].map(
				(count) => html`
					<line x1="0" x2=${width} y1=${y(count)} y2=${y(count)} />
					<text x="-8" y=${y(count) + 4} text-anchor="end">${count.toLocaleString('en-US')}</text>
				`,
			)}
			${seconds.map((second) => bar(second, (shown - 1 - now + second.second) * step, y))}
			<text x="0" y=${height + 17}>a minute ago</text>
			<text x=${width} y=${height + 17} text-anchor="end">now</text>
		</svg>
		<small class="legend deleted">deleted</small>
		<small class="legend refused">refused with 429</small>
		<small class="legend other">anything else: not found, struck by a fault, …</small>
	`;
}

function bar({ requests, executed, refused }, x, y) {
	const other = Math.max(0, requests - executed - refused);
	const part = (kind, from, count) =>
		html`<rect
			class=${kind}
			x=${x + 1}
			y=${y(from + count)}
			width=${step - 2}
			height=${y(from) - y(from + count)}
			rx="1"
		/>`;
	return html`
		<g>
			<title>${requests} requests, ${executed} deleted, ${refused} refused with 429</title>
			${part('deleted', 0, executed)} ${part('other', executed, other)} ${part('refused', executed + other, refused)}
		</g>
	`;
}

/** The next of 4, 10, 20, 40, 100 … so that the scale rests while the numbers move. */
function niceTop(most) {
	const power = 10 ** Math.floor(Math.log10(most));
	return [1, 2, 4, 10].map((factor) => factor * power).find((top) => top >= most);
}
