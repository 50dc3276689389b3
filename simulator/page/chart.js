// Requests per second as stacked bars: deleted, anything else, refused with 429.
const shown = 60;
const height = 130;
const scaleWidth = 40;

export function showChart(seconds, now) {
	const place = document.querySelector('#chart');
	const width = place.clientWidth - scaleWidth;
	const top = niceTop(Math.max(4, ...seconds.map(({ requests }) => requests)));
	place.innerHTML =
		`<svg viewBox="${-scaleWidth} -8 ${width + scaleWidth} ${height + 28}" role="img" aria-label="Requests per second">` +
		[0, top / 2, top].map((value) => gridLine(value, top, width)).join('') +
		seconds.map((second) => bar(second, now, top, width / shown)).join('') +
		`<text x="0" y="${height + 17}">a minute ago</text>` +
		`<text x="${width}" y="${height + 17}" text-anchor="end">now</text></svg>`;
}

function bar({ second, requests, executed, refused }, now, top, step) {
	const x = (shown - 1 - now + second) * step;
	const parts = [
		['deleted', executed],
		['other', Math.max(0, requests - executed - refused)],
		['refused', refused],
	];
	let y = height;
	const rectangles = parts.map(([kind, count]) => {
		const tall = (count / top) * height;
		y -= tall;
		return `<rect class="${kind}" x="${x + 1}" y="${y}" width="${step - 2}" height="${tall}" rx="1"/>`;
	});
	const title = `${requests} requests, ${executed} deleted, ${refused} refused with 429`;
	return `<g><title>${title}</title>${rectangles.join('')}</g>`;
}

function gridLine(value, top, width) {
	const y = height - (value / top) * height;
	const label = value.toLocaleString('en-US');
	return `<line x1="0" x2="${width}" y1="${y}" y2="${y}"/><text x="-8" y="${y + 4}" text-anchor="end">${label}</text>`;
}

/** The next of 4, 10, 20, 40, 100 … so that the scale rests while the numbers move. */
function niceTop(most) {
	const power = 10 ** Math.floor(Math.log10(most));
	return [1, 2, 4, 10].map((factor) => factor * power).find((top) => top >= most);
}
