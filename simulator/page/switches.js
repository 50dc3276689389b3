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
		choices: {
			none: 'none',
			fixed: 'fixed: so many in each window',
			sliding: 'sliding: so many in any window',
			bucket: 'bucket: a rate, with bursts',
			concurrent: 'concurrent: so many at once',
			sequence: 'sequence: one after the other',
		},
	},
	{ name: 'limit', number: atLeastOne, value: 100, kinds: 'fixed sliding concurrent' },
	{ name: 'windowMs', number: atLeastOne, value: 1000, kinds: 'fixed sliding' },
	{ name: 'perSecond', number: atLeastOne, value: 40, kinds: 'bucket' },
	{ name: 'burst', number: atLeastOne, value: 80, kinds: 'bucket' },
	{
		name: 'retryAfter',
		choices: { '': 'no', seconds: 'seconds', date: 'date' },
		kinds: 'fixed sliding',
	},
];

export function listenToSwitches() {
	addFields(throttle, null, throttleFields);
	// A sequence has steps, which this form can't make: it can only be shown here.
	throttle.elements.kind.querySelector('[value=sequence]').disabled = true;
	addFields(latency, null, [
		{ name: 'ms', number: notNegative },
		{ name: 'jitterMs', number: notNegative },
	]);
	addFields(replies, null, [
		{ name: 'codeKind', choices: { number: 'number', string: 'string' } },
		{ name: 'definitionList', choices: { bare: 'bare', wrapped: 'wrapped' } },
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
