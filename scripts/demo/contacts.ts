/** Twelve contacts as a form, a CRM and a spreadsheet send them: not all of them as one would wish. */
export const CONTACTS = [
	{ name: 'Ada Brandt', mobile: '9463183901', ticket: 'DSR-1041' },
	{ name: 'Ben Okafor', mobile: 9463183902, ticket: 'DSR-1042' },
	{ name: 'Chiara Rossi', mobile: ' 9463183903\n', ticket: 'DSR-1043' },
	{ name: 'Dev Patel', mobile: '9463183904', ticket: 'DSR-1044' },
	{ name: 'Ada Brandt', mobile: '9463183901', ticket: 'DSR-1045' },
	{ name: 'Emil Lund', mobile: '9463180000', ticket: 'DSR-1046' },
	{ name: 'Fatima Haddad', mobile: '', ticket: 'DSR-1047' },
	{ name: 'Goran Babić', mobile: '9,46318E+09', ticket: 'DSR-1048' },
	{ name: 'Hana Sato', mobile: '\u200B9463183905', ticket: 'DSR-1049' },
	{ name: 'Iris de Wit', mobile: '9463183906', ticket: 'DSR-1050' },
	{ name: 'João Silva', mobile: '9463183907', ticket: 'DSR-1051' },
	{ name: 'Kim Larsen', mobile: '9463183908', ticket: 'DSR-1052' },
];

export const PROFILE_NAME = 'sampleprofile';

/** The delete of this one is executed, but its first reply gets lost on the way. */
export const KEY_OF_LOST_REPLY = '9463183906';
