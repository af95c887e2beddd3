// Fails when a package that is installed with modelbrief has a licence that an MIT package cannot pass on, or when a
// dependency is not pinned to one version or wants a newer Node than modelbrief does.

import { readFileSync } from 'node:fs';

// Licences that ask for no more than naming the authors. Everything else needs a person to read it.
const ALLOWED = new Set([
	'0BSD',
	'Apache-2.0',
	'BSD-2-Clause',
	'BSD-3-Clause',
	'ISC',
	'MIT',
	'MIT-0',
	'OFL-1.1',
	'PSF-2.0',
	'Python-2.0',
	'Unlicense',
]);
const OLDEST_NODE = [20, 19, 0];

const readJson = (file) => JSON.parse(readFileSync(new URL(`../${file}`, import.meta.url), 'utf8'));
const { dependencies, optionalDependencies, devDependencies } = readJson('package.json');
const { packages } = readJson('package-lock.json');
const problems = [];

for (const [name, version] of Object.entries({
	...dependencies,
	...optionalDependencies,
	...devDependencies,
})) {
	if (!/^\d+\.\d+\.\d+$/.test(version)) problems.push(`${name}: "${version}" is not one exact version.`);
}
let shipped = 0;
for (const [path, entry] of Object.entries(packages)) {
	if (path === '') continue;
	const name = `${path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)} ${entry.version}`;
	if (entry.resolved !== undefined && !entry.resolved.startsWith('https://registry.npmjs.org/'))
		problems.push(`${name}: comes from ${entry.resolved}.`);
	if (entry.engines?.node !== undefined && !accepts(entry.engines.node))
		problems.push(`${name}: wants Node ${entry.engines.node}.`);
	if (entry.dev || entry.devOptional) continue;
	shipped += 1;
	if (!isAllowed(entry.license ?? 'no licence'))
		problems.push(`${name}: its licence is ${entry.license ?? 'not stated'}.`);
}
for (const problem of problems) console.error(problem);
if (problems.length === 0)
	console.log(`${shipped} packages are installed with modelbrief; all licences fit.`);
process.exitCode = problems.length === 0 ? 0 : 1;

/** `(MIT OR GPL-3.0)`: one that fits is enough; `MIT AND ISC`: all must fit. */
function isAllowed(expression) {
	const bare = expression.replaceAll(/[()]/g, '');
	return bare.split(' OR ').some((option) => option.split(' AND ').every((name) => ALLOWED.has(name.trim())));
}

/** Whether a range such as `>=18 <23 || ^24` holds the oldest Node that modelbrief runs on. */
function accepts(range) {
	return range.split('||').some((part) =>
		[...part.matchAll(/([<>=^~]*)\s*v?(\d+|\*)(?:\.(\d+|x))?(?:\.(\d+|x))?/g)].every(
			([, sign, ...numbers]) => {
				const [major = 0, minor = 0, patch = 0] = numbers.map(
					(number) => Number.parseInt(number ?? '0', 10) || 0,
				);
				const order = compare(OLDEST_NODE, [major, minor, patch]);
				if (sign === '<') return order < 0;
				if (sign === '<=') return order <= 0;
				if (sign.startsWith('>')) return order >= 0;
				return numbers[0] === '*' || (OLDEST_NODE[0] === major && (sign === '' || order >= 0));
			},
		),
	);
}

function compare(left, right) {
	const at = left.findIndex((number, index) => number !== right[index]);
	return at < 0 ? 0 : left[at] - right[at];
}
