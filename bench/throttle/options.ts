import { checkOptions, type RunOptions } from '../../nodes/WebexCampaign/input/options';

/** The node's options, with their defaults where none is given. */
export function optionsOf(given: Partial<RunOptions>): RunOptions {
	const checked = checkOptions(given, []);
	if (!checked.ok) throw new Error(checked.message);
	return checked.value;
}
