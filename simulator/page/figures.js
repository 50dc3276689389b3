// The totals in large print; what is zero stays quiet.
const format = new Intl.NumberFormat('en-US');
const figures = [
	['records', 'records', ''],
	['executed', 'deleted', 'deleted'],
	['requests', 'requests', ''],
	['refused', 'refused with 429', 'refused'],
	['faults', 'struck by a fault', 'struck'],
	['inFlight', 'in flight', ''],
];

export function showFigures(numbers) {
	document
		.querySelector('#figures')
		.replaceChildren(...figures.map(([name, label, kind]) => figure(numbers[name], label, kind)));
}

function figure(number, label, kind) {
	const made = document.createElement('div');
	const value = made.appendChild(document.createElement('strong'));
	value.textContent = format.format(number);
	value.className = number === 0 ? 'zero' : kind;
	made.append(label);
	return made;
}
