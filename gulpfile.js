// What tsc leaves out of dist/: the icons, and the codex file with which n8n's editor sorts and finds the node.
const { dest, parallel, src, task } = require('gulp');

const copyIcons = () => src('icons/*.svg', { encoding: false }).pipe(dest('dist/icons'));
const copyCodex = () => src('nodes/**/*.node.json').pipe(dest('dist/nodes'));

task('build:icons', parallel(copyIcons, copyCodex));
