// Forms from tables: a field's name is the setting's own word, its label says the same to people, with the unit.

/**
 * @param fields one row each: `name`; `label`; `choices` (value to text) or `number` (attributes) or neither for a text;
 *   `value` to begin with; `kinds`: the field is there only while the form's `kind` is one of these
 */
export function addFields(form, before, fields) {
	const row = document.createElement('div');
	row.className = 'fields';
	row.append(...fields.map(labelled));
	form.insertBefore(row, before);
}

function labelled({ name, label: words, choices, number, value = '', kinds, placeholder = '' }) {
	const field = document.createElement(choices ? 'select' : 'input');
	if (choices) field.append(...Object.entries(choices).map(([of, text]) => new Option(text, of)));
	else Object.assign(field, { placeholder, type: number ? 'number' : 'text', ...number });
	field.name = name;
	if (value !== '') field.value = value;
	const label = document.createElement('label');
	if (kinds) label.dataset.kinds = kinds;
	if (choices && Object.keys(choices).length > 3) label.className = 'wide';
	label.append(words, field);
	return label;
}

export function showFieldsOf(form, kind) {
	for (const label of form.querySelectorAll('[data-kinds]')) {
		label.hidden = !label.dataset.kinds.split(' ').includes(kind);
	}
}

export function fill(form, values) {
	for (const field of form.elements) if (field.name in values) field.value = values[field.name];
}

/** What the form says, hidden and empty fields left out, numbers as numbers. */
export function filled(form) {
	const fields = [...form.elements].filter(({ name, value }) => name && value !== '');
	return Object.fromEntries(
		fields
			.filter((field) => !field.closest('[hidden]'))
			.map((field) => [field.name, field.type === 'number' ? Number(field.value) : field.value]),
	);
}
