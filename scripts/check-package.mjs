// Packs modelbrief as npm would, checks the tarball's metadata and types, installs it into an empty folder without any
// development package, and uses it there as a newcomer would. Needs the npm registry.

import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const packageRoot = dirname(dirname(fileURLToPath(import.meta.url)));
const tools = join(packageRoot, 'node_modules', '.bin');
const temporary = mkdtempSync(join(tmpdir(), 'modelbrief-package-'));
try {
	const [{ filename, size, files }] = JSON.parse(
		run('npm', ['pack', '--json', '--pack-destination', temporary], packageRoot).replace(/^[^[]*/, ''),
	);
	const tarball = join(temporary, filename);
	run(join(tools, 'publint'), ['run', tarball, '--strict'], packageRoot);
	run(join(tools, 'attw'), [tarball, '--profile', 'esm-only'], packageRoot);
	for (const { path } of files) {
		if (/^(src|tests|scripts|output)\//.test(path)) throw new Error(`The package holds ${path}.`);
	}

	const folder = mkdtempSync(join(temporary, 'user '));
	writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n');
	run('npm', ['install', '--no-audit', '--no-fund', '--omit=dev', tarball], folder);
	if (existsSync(join(folder, 'node_modules', '@marp-team', 'marp-cli')))
		throw new Error('marp-cli is installed with modelbrief, but only its build needs it.');
	expect('npx modelbrief --help', run('npx', ['modelbrief', '--help'], folder), 'modelbrief build');
	run('npx', ['modelbrief', 'build', 'example', '--format', 'html', '--quiet'], folder);
	for (const deck of ['executive-brief', 'engineering-deep-dive']) {
		const html = readFileSync(join(folder, 'output', 'example', `${deck}.html`), 'utf8');
		expect(`${deck}.html`, html, '<!DOCTYPE html>');
	}
	const library = 'import { reportJson } from "modelbrief"; console.log(reportJson([]))';
	expect('the library', run(process.execPath, ['--input-type=module', '-e', library], folder), '"errors": 0');
	console.log(`The package of ${files.length} files (${Math.ceil(size / 1024)} KB) installs and works.`);
} catch (error) {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
} finally {
	rmSync(temporary, { recursive: true, force: true });
}

/** Gives what the command printed; throws with everything that it printed when it fails. */
function run(command, args, cwd) {
	try {
		return execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
	} catch (error) {
		throw new Error(
			`${command} ${args.join(' ')} failed:\n${error.stdout ?? ''}${error.stderr ?? error.message}`,
		);
	}
}

function expect(what, text, part) {
	if (!text.includes(part)) throw new Error(`${what} does not give "${part}", but:\n${text.slice(0, 2_000)}`);
}
