// Throttle, latency and the shape of replies: every switch says its words, as `change()` does in process.
import { fieldsOf, fill, filled } from './fields.js';
import { html, useEffect, useRef } from './preact.js';

export async function post(name, argument) {
	const response = await fetch(`/_simulator/${name}`, { method: 'POST', body: JSON.stringify(argument) });
	if (!response.ok) alert((await response.json()).message);
}

const atLeastOne = { min: 1, step: 'any', required: true };
const notNegative = { min: 0, step: 'any', required: true };
const kinds = {
	none: 'None',
	fixed: 'So many in each window',
	sliding: 'So many in any window',
	lockout: 'As above, and shut after a refusal',
	bucket: 'A rate, with bursts',
	concurrent: 'So many at once',
};
// Five a second, where nothing else is said: so little that it shows.
const limit = { name: 'limit', label: 'Requests', number: atLeastOne, value: 5 };
const windowMs = { name: 'windowMs', label: 'Window (ms)', number: atLeastOne, value: 1000 };
const lockMs = { name: 'lockMs', label: 'Shut for (ms)', number: notNegative, value: 5000 };
const perSecond = { name: 'perSecond', label: 'Requests per second', number: atLeastOne, value: 5 };
const burst = { name: 'burst', label: 'Burst (requests)', number: atLeastOne, value: 10 };
const headers = { '': 'None', seconds: 'In seconds', date: 'As a date' };
const retryAfter = { name: 'retryAfter', label: 'Retry-After header', choices: headers };
const fieldsOfKind = {
	fixed: [limit, windowMs, retryAfter],
	sliding: [limit, windowMs, retryAfter],
	lockout: [limit, windowMs, lockMs],
	bucket: [perSecond, burst],
	concurrent: [limit],
};

const latencyFields = [
	{ name: 'ms', label: 'At least (ms)', number: notNegative },
	{ name: 'jitterMs', label: 'Extra, up to (ms)', number: notNegative },
];
const replyFields = [
	{ name: 'codeKind', label: 'Failure code', choices: { number: 'A number', string: 'A text' } },
	{ name: 'definitionList', label: 'List of profiles', choices: { bare: 'An array', wrapped: 'In an object' } },
];

/** Only the fields of the kind that was chosen; where the form had none of them yet, as they begin. */
const throttleOf = ({ kind, ...said }) => ({
	kind,
	...Object.fromEntries((fieldsOfKind[kind] ?? []).map(({ name, value }) => [name, said[name] ?? value])),
});

/** A form that says what it holds as soon as it changes. It follows `values`, but not while somebody types into it. */
function Switch({ title, fields, values, say = (said) => said }) {
	const form = useRef();
	const shown = useRef('');
	useEffect(() => {
		const words = JSON.stringify(values);
		if (words === shown.current || document.activeElement?.matches('aside input')) return;
		shown.current = words;
		fill(form.current, values);
	});
	const change = () => form.current.reportValidity() && post('change', say(filled(form.current)));
	return html`
		<article>
			<h2>${title}</h2>
			<form ref=${form} onChange=${change} onSubmit=${(event) => event.preventDefault()}>${fieldsOf(fields)}</form>
		</article>
	`;
}

export function Switches({ settings }) {
	const { throttle, latency } = settings;
	// A sequence has steps, which this form can't make: it can only be shown here.
	const choices = throttle.kind === 'sequence' ? { ...kinds, sequence: 'One after the other' } : kinds;
	const throttleFields = [{ name: 'kind', label: 'Kind', choices }, ...(fieldsOfKind[throttle.kind] ?? [])];
	return html`
		<${Switch}
			title="Throttle"
			fields=${throttleFields}
			values=${{ retryAfter: '', ...throttle }}
			say=${(said) => ({ throttle: throttleOf(said) })}
		/>
		<${Switch}
			title="Latency"
			fields=${latencyFields}
			values=${{ jitterMs: 0, ...latency }}
			say=${(said) => ({ latency: said })}
		/>
		<${Switch} title="Replies" fields=${replyFields} values=${settings} />
	`;
}
