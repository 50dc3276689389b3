// Forms from tables: a field's name is the setting's own word, its label says the same to people, with the unit.
import { html } from './preact.js';

/**
 * @param fields one row each: `name`; `label`; `choices` (value to text) or `number` (attributes) or neither for a text;
 *   `value` to begin with; `placeholder`
 */
export const fieldsOf = (fields) => html`<div class="fields">${fields.map(labelled)}</div>`;

const labelled = ({ name, label, choices, number, value, placeholder }) => html`
	<label key=${name} class=${choices && Object.keys(choices).length > 3 ? 'wide' : ''}>
		${label}
		${choices
			? html`<select name=${name}>
					${Object.entries(choices).map(([of, text]) => html`<option value=${of}>${text}</option>`)}
				</select>`
			: html`<input
					name=${name}
					type=${number ? 'number' : 'text'}
					defaultValue=${value}
					...${{ placeholder, ...number }}
				/>`}
	</label>
`;

export function fill(form, values) {
	for (const field of form.elements) if (field.name in values) field.value = values[field.name];
}

/** What the form says, empty fields left out, numbers as numbers. */
export const filled = (form) =>
	Object.fromEntries(
		[...form.elements]
			.filter(({ name, value }) => name && value !== '')
			.map(({ name, type, value }) => [name, type === 'number' ? Number(value) : value]),
	);
