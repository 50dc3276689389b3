// The newest executed deletes, with the extra parameters they were asked with.
const rows = new Map();

export function showAuditLog(entries) {
	document.querySelector('#auditEmpty').hidden = entries.length > 0;
	const isFirst = rows.size === 0;
	const ids = new Set(entries.map(({ transactionId }) => transactionId));
	for (const [id, made] of rows) {
		if (ids.has(id)) continue;
		made.remove();
		rows.delete(id);
	}
	// Rows that are there already stay where they are: put in again, they would light up again.
	for (const entry of [...entries].reverse()) {
		if (rows.has(entry.transactionId)) continue;
		const made = row(entry);
		if (!isFirst) made.className = 'new';
		document.querySelector('#audit').prepend(made);
		rows.set(entry.transactionId, made);
	}
}

function row({ at, profileName, key, transactionId, auditParameters }) {
	const parameters = Object.entries(auditParameters)
		.map(([name, value]) => `${name}: ${value}`)
		.join(', ');
	const made = document.createElement('tr');
	made.append(
		cell(new Date(at).toLocaleTimeString('en-GB')),
		cell(profileName),
		cell(key, 'code'),
		cell(transactionId, 'code'),
		cell(parameters || '–'),
	);
	return made;
}

function cell(text, inside = 'span') {
	const made = document.createElement('td');
	const content = made.appendChild(document.createElement(inside));
	content.textContent = text;
	content.title = text;
	return made;
}
