// Copies what tsc leaves out: the icons and the codex file.
const { dest, parallel, src } = require('gulp');

const copyIcons = () => src('icons/*.svg', { encoding: false }).pipe(dest('dist/icons'));
const copyCodex = () => src('nodes/**/*.node.json').pipe(dest('dist/nodes'));

exports.default = parallel(copyIcons, copyCodex);
