import { cut, MOST_READ, type Mask } from '../text/clean';

/**
 * A refused key or profile name as it was resolved, so that its row can be found: a number as text, characters that no table
 * or log can hold as U+FFFD, at most 200 characters. null: there is none, or it is an object, whose content may be anything.
 */
export function shownAsItCame(value: unknown, mask: Mask): string | null {
	if (value === undefined || value === null || typeof value === 'object' || typeof value === 'function') return null;
	return cut(mask(String(value).slice(0, MOST_READ)).replace(/[\p{Cc}\p{Cs}]/gu, '\uFFFD'));
}
