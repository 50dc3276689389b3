// Each profile with its first records as chips; a record that is deleted is struck out and fades away.
const format = new Intl.NumberFormat('en-US');
const shown = new Map();

export function showProfiles(profiles) {
	const place = document.querySelector('#profiles');
	const names = new Set(profiles.map(({ profileName }) => profileName));
	for (const [name, { section }] of shown) {
		if (names.has(name)) continue;
		section.remove();
		shown.delete(name);
	}
	for (const profile of profiles) {
		if (!shown.has(profile.profileName)) shown.set(profile.profileName, newSection(place, profile));
		showRecords(shown.get(profile.profileName), profile);
	}
}

function newSection(place, { profileName }) {
	const section = place.appendChild(element('div', 'profile'));
	const heading = section.appendChild(element('h3'));
	heading.append(profileName);
	const count = heading.appendChild(element('span'));
	const chips = section.appendChild(element('div', 'chips'));
	return { section, count, chips, byKey: new Map() };
}

function showRecords({ count, chips, byKey }, { records, keys }) {
	const more = records > keys.length ? `, the first ${keys.length} shown` : '';
	count.textContent = `${format.format(records)} records${more}`;
	const there = new Set(keys);
	for (const [key, chip] of byKey) {
		if (there.has(key)) continue;
		byKey.delete(key);
		chip.classList.add('gone');
		setTimeout(() => chip.remove(), 1100);
	}
	for (const key of keys) {
		if (byKey.has(key)) continue;
		const chip = chips.appendChild(element('span', 'key'));
		chip.textContent = key;
		byKey.set(key, chip);
	}
}

function element(name, className = '') {
	const made = document.createElement(name);
	made.className = className;
	return made;
}
