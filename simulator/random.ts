/**
 * Chance that does not depend on time or order: the same seed and subject always give the same number, so a
 * run can be repeated however its requests interleave.
 *
 * @returns a number from 0 up to, not including, 1
 */
export function chance(seed: number, subject: string): number {
	return hash(seed, subject) / 2 ** 32;
}

/** 32 lower-case hexadecimal digits, the same for the same seed and subject. */
export function hexadecimal(seed: number, subject: string): string {
	return [1, 2, 3, 4].map((part) => hash(seed, `${part} ${subject}`).toString(16).padStart(8, '0')).join('');
}

/** FNV-1a over the text, then the finishing steps of MurmurHash3, which spread neighbouring keys evenly. */
function hash(seed: number, subject: string): number {
	let value = (0x811c9dc5 ^ seed) >>> 0;
	for (let index = 0; index < subject.length; index++) {
		value = Math.imul(value ^ subject.charCodeAt(index), 0x01000193);
	}
	value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
	value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
	return (value ^ (value >>> 16)) >>> 0;
}
