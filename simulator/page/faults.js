// The fault rules in force, and a form for one more.
import { change } from './change.js';
import { addFields, filled } from './fields.js';

const form = document.querySelector('#faults');
const says = document.querySelector('#faultSays');
const list = document.querySelector('#rules');
let rules = [];

export function listenToFaults(faults) {
	const names = Object.keys(faults);
	addFields(form, says, [{ name: 'fault', choices: Object.fromEntries(names.map((name) => [name, name])) }]);
	addFields(form, form.lastElementChild, [
		{ name: 'executed', choices: { false: 'no', true: 'yes, all the same' } },
		{ name: 'probability', number: { min: 0, max: 1, step: 'any', required: true }, value: 0.1 },
		{ name: 'on', choices: { delete: 'delete', definitions: 'definitions' } },
		{ name: 'times', number: { min: 1 }, placeholder: 'no limit' },
		{ name: 'code', placeholder: 'as usual' },
		{ name: 'httpStatus', number: { min: 200, max: 599 }, placeholder: 'as usual' },
	]);
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
	name.textContent = fault;
	words.append(...Object.entries(rest).map(([word, value]) => ` · ${word} ${value}`));
	const off = made.appendChild(document.createElement('button'));
	off.type = 'button';
	off.textContent = 'Off';
	off.addEventListener('click', () => change({ faults: rules.filter((_, position) => position !== index) }));
	return made;
}
