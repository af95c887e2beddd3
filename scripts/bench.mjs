// Measures modelbrief beside the stock marp-cli in one run on this machine: time and memory to make HTML and PDF of the
// bundled brief's decks. marp-cli is given the finished Markdown and charts; modelbrief makes those from the evidence.
// Then it measures presenting, which bench-present.mjs does alone.
//   npm run bench [-- repetitions]

import { spawnSync } from 'node:child_process';
import {
	cpSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import os, { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { importSource } from './import-source.mjs';

const BRIEF = 'gpt-5.3-codex';
const TIME = '/usr/bin/time';

const root = fileURLToPath(new URL('..', import.meta.url));
const require = createRequire(import.meta.url);
const repetitions = Number(process.argv[2] ?? 5);
if (!Number.isInteger(repetitions) || repetitions < 1) throw new Error('Give a number of repetitions.');
const work = mkdtempSync(join(tmpdir(), 'modelbrief-bench-'));
const cli = join(root, 'dist', 'cli.js');
const marpPackage = require.resolve('@marp-team/marp-cli/package.json');
const marp = join(marpPackage, '..', require(marpPackage).bin.marp);
// Below the project, where marp-cli finds the configuration and may read the charts.
const output = join(root, 'output', '.bench');

try {
	const { found, machine } = await browserOfModelbrief();
	const build = (...more) => [cli, 'build', join('data', BRIEF), '--quiet', '--output', output, ...more];
	check(measure(build()));
	const folder = join(output, BRIEF);
	const decks = readdirSync(folder).filter((file) => file.endsWith('.md'));
	// What marp-cli gets: the decks and their charts as modelbrief wrote them.
	const stock = join(output, 'marp');
	mkdirSync(stock);
	for (const file of [...decks, 'charts']) cpSync(join(folder, file), join(stock, file), { recursive: true });
	const marpRun = (...more) => [marp, ...decks.map((deck) => join(stock, deck)), '--no-stdin', ...more];
	const browser = ['--browser', 'chrome', '--browser-path', found.path];
	const runs = [
		{ name: 'modelbrief: evidence to HTML and PDF', commands: [build()] },
		{
			name: 'marp-cli: finished Markdown to HTML and PDF',
			commands: [marpRun(), marpRun('--pdf', ...browser)],
			env: { ...process.env, ...found.env },
		},
		{ name: 'modelbrief: evidence to HTML', commands: [build('--format', 'html')] },
		{ name: 'marp-cli: finished Markdown to HTML', commands: [marpRun()] },
		{ name: 'modelbrief: check, every slide measured', commands: [[cli, 'check', join('data', BRIEF)]] },
		{ name: 'modelbrief: evidence to PDF alone', commands: [build('--format', 'pdf')] },
		{ name: 'modelbrief --help', commands: [[cli, '--help']] },
		{ name: 'node -e 0', commands: [['-e', '0']] },
	].map((run) => ({ ...run, results: [] }));

	// Turn by turn, so that whatever else the machine does falls on all of them alike. The first turn warms the disk.
	for (let turn = 0; turn <= repetitions; turn += 1) {
		for (const { commands, env, results } of runs) {
			const measured = commands.map((command) => check(measure(command, env)));
			if (turn > 0)
				results.push({
					seconds: sum(measured.map(({ seconds }) => seconds)),
					megabytes: Math.max(...measured.map(({ megabytes }) => megabytes)),
				});
		}
	}
	const rows = runs.map(({ name, results }) => ({
		name,
		seconds: median(results.map(({ seconds }) => seconds)),
		megabytes: median(results.map(({ megabytes }) => megabytes)),
		spread: spread(results.map(({ seconds }) => seconds)),
	}));
	// The last build was of HTML alone.
	check(measure(build()));
	report(rows, { ours: folder, theirs: stock }, decks, `${found.path} (${machine.platform} ${machine.arch})`);
} finally {
	rmSync(work, { recursive: true, force: true });
	rmSync(output, { recursive: true, force: true });
}
console.log('');
await import('./bench-present.mjs');

/** Wall time and the largest memory of one process of the command's tree, the browser's included. */
function measure(args, env = process.env) {
	const log = join(work, 'time');
	const hasTime = existsSync(TIME);
	const [command, ...rest] = hasTime
		? [TIME, '-f', '%M', '-o', log, process.execPath, ...args]
		: [process.execPath, ...args];
	const start = process.hrtime.bigint();
	const { status, stdout, stderr } = spawnSync(command, rest, { cwd: root, env, encoding: 'utf8' });
	const seconds = Number(process.hrtime.bigint() - start) / 1e9;
	const megabytes = hasTime ? Number(readFileSync(log, 'utf8').trim().split('\n').at(-1)) / 1024 : Number.NaN;
	return { status, output: `${stdout}${stderr}`, seconds, megabytes, args };
}

function check(result) {
	if (result.status !== 0) throw new Error(`node ${result.args.join(' ')} failed:\n${result.output}`);
	return result;
}

/** marp-cli is given the same one. */
async function browserOfModelbrief() {
	const { findBrowser, machineOf, disk } = await importSource({
		'effects/find-browser.ts': ['findBrowser'],
		'effects/machine.ts': ['machineOf'],
		'effects/files.ts': ['disk'],
	});
	const machine = machineOf(process, os);
	const { value: found, diagnostics } = await findBrowser(machine, disk);
	if (found === undefined) throw new Error(JSON.stringify(diagnostics));
	return { found, machine };
}

function report(rows, folders, decks, browser) {
	const [ours, theirs, oursHtml, theirsHtml, checked, printed, help, node] = rows;
	const line = (cells) =>
		console.log(cells.map((cell, n) => (n === 0 ? cell.padEnd(46) : cell.padStart(16))).join(''));
	console.log(
		`Medians of ${repetitions} runs, Node ${process.version}, ${availableParallelism()} cores, browser ${browser}\n`,
	);
	line(['', 'seconds', 'lowest–highest', 'peak MB']);
	for (const { name, seconds, spread, megabytes } of rows)
		line([name, seconds.toFixed(2), spread, Number.isNaN(megabytes) ? 'unknown' : megabytes.toFixed(0)]);
	console.log('\nTime, marp-cli = 1');
	line(['modelbrief, HTML and PDF', (ours.seconds / theirs.seconds).toFixed(2)]);
	line(['modelbrief, HTML', (oursHtml.seconds / theirsHtml.seconds).toFixed(2)]);
	console.log('\nTime, evidence to PDF alone = 1');
	line(['modelbrief check', (checked.seconds / printed.seconds).toFixed(2)]);
	console.log('\nTime, node -e 0 = 1');
	line(['modelbrief --help', (help.seconds / node.seconds).toFixed(2)]);
	console.log('\nKB of output');
	line(['', 'modelbrief', 'marp-cli']);
	for (const deck of decks) {
		for (const format of ['html', 'pdf']) {
			const file = deck.replace('.md', `.${format}`);
			const kilobytes = (folder) => Math.ceil(statSync(join(folder, file)).size / 1024).toString();
			line([file, kilobytes(folders.ours), kilobytes(folders.theirs)]);
		}
	}
}

function sum(numbers) {
	return numbers.reduce((total, number) => total + number, 0);
}

function median(numbers) {
	const sorted = numbers.toSorted((a, b) => a - b);
	const middle = Math.floor(sorted.length / 2);
	return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

function spread(numbers) {
	return `${Math.min(...numbers).toFixed(2)}–${Math.max(...numbers).toFixed(2)}`;
}
