import { valid, type Checked } from '../api/checked';
import { checkIdentifier } from './identifier';

/**
 * The profile name as it will be sent, or null if it is left out. It is left out only if the field itself is blank: an
 * expression that resolves to nothing is refused, since the delete would go to another profile.
 *
 * @param raw the parameter as it is saved in the workflow
 * @param resolved the same after n8n has resolved its expressions
 */
export function checkProfileName(raw: unknown, resolved: unknown): Checked<string | null> {
	return isBlank(valueOf(raw)) ? valid(null) : checkIdentifier('Profile Name', valueOf(resolved));
}

/** A resource locator keeps its value in `value`; a plain text is taken as it is. */
const valueOf = (parameter: unknown): unknown =>
	typeof parameter === 'object' && parameter !== null && '__rl' in parameter
		? (parameter as { value?: unknown }).value
		: parameter;

/** A lone `=` is a field switched to 'Expression' and left empty. */
const isBlank = (value: unknown): boolean =>
	value === undefined || value === null || (typeof value === 'string' && /^=?\s*$/.test(value));
