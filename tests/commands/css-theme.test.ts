import { describe, expect, test } from 'vitest';
import { copyExample, newPlace, type Place } from './command-line.js';

async function codesOf(place: Place, command: string): Promise<readonly string[]> {
	const { stdout } = await place.run(`${command} --json`);
	const { diagnostics } = JSON.parse(stdout) as { diagnostics: { code: string }[] };
	// Without a browser the slides are not looked at.
	return diagnostics.map(({ code }) => code).filter((code) => code !== 'MB372');
}

describe('a brief in a Marp theme', { timeout: 60_000 }, () => {
	test.each([
		['default', []],
		['gaia', ['MB335']],
		['uncover', ['MB335']],
	])("fits in Marp's %s, and is told what was moved", async (name, codes) => {
		const place = newPlace();
		copyExample(place, 'curlew', {
			'brief.yaml': (text) => text.replaceAll(/theme: [a-z]+/g, 'theme: own.css'),
		});
		place.write('curlew/own.css', `/* @theme own */\n@import '${name}';\n`);
		expect([...new Set(await codesOf(place, 'check curlew'))]).toEqual(codes);
	});

	test('names a file that is not there, and a theme that asks for the network', async () => {
		const place = newPlace();
		copyExample(place, 'curlew');
		expect(await codesOf(place, 'check curlew --theme ./none.css')).toEqual(['MB101']);
		place.write('remote.css', '@import "https://example.org/theme.css";');
		expect(await codesOf(place, 'build curlew --format html --theme remote.css')).toEqual(['MB333']);
	});
});
