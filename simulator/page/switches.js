// Throttle, latency and the shape of replies.
import { change, post } from './change.js';
import { addFields, fill, filled, showFieldsOf } from './fields.js';

const throttle = document.querySelector('#throttle');
const latency = document.querySelector('#latency');
const replies = document.querySelector('#replies');

const atLeastOne = { min: 1, step: 'any', required: true };
const notNegative = { min: 0, step: 'any', required: true };
const throttleFields = [
	{
		name: 'kind',
		label: 'Kind',
		choices: {
			none: 'None',
			fixed: 'So many in each window',
			sliding: 'So many in any window',
			lockout: 'As above, and shut after a refusal',
			bucket: 'A rate, with bursts',
			concurrent: 'So many at once',
			sequence: 'One after the other',
		},
	},
	// Five a second, where nothing else is said: so little that it shows.
	{
		name: 'limit',
		label: 'Requests',
		number: atLeastOne,
		value: 5,
		kinds: 'fixed sliding lockout concurrent',
	},
	{ name: 'windowMs', label: 'Window (ms)', number: atLeastOne, value: 1000, kinds: 'fixed sliding lockout' },
	{ name: 'lockMs', label: 'Shut for (ms)', number: notNegative, value: 5000, kinds: 'lockout' },
	{ name: 'perSecond', label: 'Requests per second', number: atLeastOne, value: 5, kinds: 'bucket' },
	{ name: 'burst', label: 'Burst (requests)', number: atLeastOne, value: 10, kinds: 'bucket' },
	{
		name: 'retryAfter',
		label: 'Retry-After header',
		choices: { '': 'None', seconds: 'In seconds', date: 'As a date' },
		kinds: 'fixed sliding',
	},
];

export function listenToSwitches() {
	addFields(throttle, null, throttleFields);
	// A sequence has steps, which this form can't make: it can only be shown here.
	throttle.elements.kind.querySelector('[value=sequence]').disabled = true;
	addFields(latency, null, [
		{ name: 'ms', label: 'At least (ms)', number: notNegative },
		{ name: 'jitterMs', label: 'Extra, up to (ms)', number: notNegative },
	]);
	addFields(replies, null, [
		{ name: 'codeKind', label: 'Failure code', choices: { number: 'A number', string: 'A text' } },
		{
			name: 'definitionList',
			label: 'List of profiles',
			choices: { bare: 'An array', wrapped: 'In an object' },
		},
	]);
	throttle.elements.kind.addEventListener('change', ({ target }) => showFieldsOf(throttle, target.value));
	listen(throttle, () => change({ throttle: filled(throttle) }));
	listen(latency, () => change({ latency: filled(latency) }));
	listen(replies, () => change(filled(replies)));
	document.querySelector('#reset').addEventListener('click', () => post('reset'));
}

function listen(form, say) {
	form.addEventListener('submit', (event) => event.preventDefault());
	form.addEventListener('change', () => {
		if (form.reportValidity()) say();
	});
}

let shown = '';

/** The forms follow settings that were changed from elsewhere, but not while somebody types into them. */
export function showSwitches(settings) {
	const words = JSON.stringify(settings);
	if (words === shown || document.activeElement?.matches('aside input')) return;
	shown = words;
	fill(throttle, { retryAfter: '', ...settings.throttle });
	showFieldsOf(throttle, settings.throttle.kind);
	fill(latency, { jitterMs: 0, ...settings.latency });
	fill(replies, settings);
}
