// The fault rules in force, and a form for one more.
import { fieldsOf, filled } from './fields.js';
import { html, useState } from './preact.js';
import { post } from './switches.js';

const share = { min: 0, max: 1, step: 'any', required: true };
const fields = [
	{ name: 'executed', label: 'Delete is executed', choices: { false: 'No', true: 'Yes, all the same' } },
	{ name: 'probability', label: 'Share (0 to 1)', number: share, value: 0.1 },
	{ name: 'on', label: 'Strikes', choices: { delete: 'Deletes', definitions: 'The list of profiles' } },
	{ name: 'times', label: 'So many in all', number: { min: 1 }, placeholder: 'no limit' },
	{ name: 'code', label: 'Code', placeholder: 'as usual' },
	{ name: 'httpStatus', label: 'HTTP status', number: { min: 200, max: 599 }, placeholder: 'as usual' },
];

/** What people call each fault. */
const names = {
	lost: 'Connection lost',
	cut: 'Reply cut',
	hang: 'No reply',
	drip: 'Slow reply',
	failure: 'Failure code',
	webPage: 'Web page',
	empty: 'Empty body',
	neitherField: 'Neither id nor code',
	idAndCode: 'Both id and code',
	wrongStatus: 'Wrong HTTP status',
	redirect: 'Redirect',
	echo: 'Key repeated',
};

/** A word of a rule and its value, as the form says them. */
function inWords([word, value]) {
	const { label = word, choices = {} } = fields.find(({ name }) => name === word) ?? {};
	return ` · ${label}: ${choices[value] ?? value}`;
}

/** @param kinds each kind of fault, and what it does */
export function Faults({ rules, kinds }) {
	const [kind, choose] = useState('lost');
	const set = (faults) => post('change', { faults });
	const switchOn = (event) => {
		event.preventDefault();
		const rule = filled(event.target);
		set([...rules, { ...rule, executed: rule.executed === 'true' }]);
	};
	const off = (rule) => set(rules.filter((one) => one !== rule));
	const choices = Object.fromEntries(Object.keys(kinds).map((name) => [name, names[name] ?? name]));
	return html`
		<article>
			<h2>Faults</h2>
			<div id="rules">
				${rules.map(
					({ fault, ...rest }, index) => html`
						<p>
							<small><b>${names[fault] ?? fault}</b>${Object.entries(rest).map(inWords)}</small>
							<button class="outline secondary" onClick=${() => off(rules[index])}>Off</button>
						</p>
					`,
				)}
			</div>
			<form onSubmit=${switchOn} onChange=${({ target }) => target.name === 'fault' && choose(target.value)}>
				${fieldsOf([{ name: 'fault', label: 'Kind', choices }])}
				<small id="faultSays">${kinds[kind]}.</small>
				${fieldsOf(fields)}
				<button class="outline secondary">Switch on</button>
			</form>
		</article>
	`;
}
