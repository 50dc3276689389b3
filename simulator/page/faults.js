// The fault rules in force, and a form for one more.
import { change } from './change.js';
import { addFields, filled } from './fields.js';

const form = document.querySelector('#faults');
const says = document.querySelector('#faultSays');
const list = document.querySelector('#rules');
let rules = [];

const fields = [
	{ name: 'executed', label: 'Delete is executed', choices: { false: 'No', true: 'Yes, all the same' } },
	{
		name: 'probability',
		label: 'Share (0 to 1)',
		number: { min: 0, max: 1, step: 'any', required: true },
		value: 0.1,
	},
	{ name: 'on', label: 'Strikes', choices: { delete: 'Deletes', definitions: 'The list of profiles' } },
	{ name: 'times', label: 'So many in all', number: { min: 1 }, placeholder: 'no limit' },
	{ name: 'code', label: 'Code', placeholder: 'as usual' },
	{ name: 'httpStatus', label: 'HTTP status', number: { min: 200, max: 599 }, placeholder: 'as usual' },
];

/** A word of a rule and its value, as the form says them. */
function inWords([word, value]) {
	const { label = word, choices = {} } = fields.find(({ name }) => name === word) ?? {};
	return ` · ${label}: ${choices[value] ?? value}`;
}

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

export function listenToFaults(faults) {
	const choices = Object.fromEntries(Object.keys(faults).map((name) => [name, names[name] ?? name]));
	addFields(form, says, [{ name: 'fault', label: 'Kind', choices }]);
	addFields(form, form.lastElementChild, fields);
	const { fault } = form.elements;
	const say = () => (says.textContent = `${faults[fault.value]}.`);
	fault.addEventListener('change', say);
	say();
	form.addEventListener('submit', (event) => {
		event.preventDefault();
		const rule = filled(form);
		change({ faults: [...rules, { ...rule, executed: rule.executed === 'true' }] });
	});
}

export function showFaults(faults) {
	if (JSON.stringify(faults) === JSON.stringify(rules)) return;
	rules = faults;
	list.replaceChildren(...rules.map(item));
}

function item(rule, index) {
	const { fault, ...rest } = rule;
	const made = document.createElement('li');
	const words = made.appendChild(document.createElement('span'));
	const name = words.appendChild(document.createElement('strong'));
	name.textContent = names[fault] ?? fault;
	words.append(...Object.entries(rest).map(inWords));
	const off = made.appendChild(document.createElement('button'));
	off.type = 'button';
	off.textContent = 'Off';
	off.addEventListener('click', () => change({ faults: rules.filter((_, position) => position !== index) }));
	return made;
}
