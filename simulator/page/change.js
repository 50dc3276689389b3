// Every switch says its words to POST /_simulator/change, as `change()` does in process.
export async function change(settings) {
	await post('change', settings);
}

export async function post(name, argument) {
	const response = await fetch(`/_simulator/${name}`, { method: 'POST', body: JSON.stringify(argument) });
	if (!response.ok) alert((await response.json()).message);
}
