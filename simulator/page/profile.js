// A profile with its first records as chips; a record that is deleted is struck out and fades away.
import { html, useRef, useState } from './preact.js';

const fadesMs = 1100;

export function Profile({ profileName, records, keys }) {
	const more = records > keys.length ? `, the first ${keys.length} shown` : '';
	return html`
		<h3>${profileName} <small>${records.toLocaleString('en-US')} records${more}</small></h3>
		<div class="chips"><${Chips} keys=${keys} /></div>
	`;
}

function Chips({ keys }) {
	/** Each key that is shown, and since when it is gone. */
	const chips = useRef(new Map()).current;
	const [, lookAgain] = useState();
	const there = new Set(keys);
	const now = Date.now();
	for (const [key, goneSince] of chips) {
		if (there.has(key)) continue;
		if (goneSince && now - goneSince >= fadesMs) chips.delete(key);
		if (goneSince) continue;
		chips.set(key, now);
		setTimeout(() => lookAgain({}), fadesMs);
	}
	for (const key of keys) chips.set(key, null);
	return [...chips].map(([key, goneSince]) => html`<code key=${key} class=${goneSince ? 'gone' : ''}>${key}</code>`);
}
