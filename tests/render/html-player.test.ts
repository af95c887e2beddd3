import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parsePlayer } from '../../src/render/html-player.js';

const json = readFileSync('dist/player.json', 'utf8');

test('is what the build took from marp-cli, with its licence', () => {
	const player = parsePlayer(json);
	expect(player.version).toMatch(/^\d+\.\d+\.\d+$/);
	expect(player.license).toContain('Copyright (c) 2018 Marp team');
	expect(player.license).not.toContain('-->');
	expect(player.script + player.helper).not.toContain('</script');
	expect(player.css).not.toContain('</style');
});

test.each(['version', 'license', 'css', 'controls', 'script', 'helper'])(
	'refuses a player without its %s',
	(part) => {
		const { [part]: _, ...rest } = JSON.parse(json);
		expect(() => parsePlayer(JSON.stringify(rest))).toThrow(`has no ${part}`);
	},
);
