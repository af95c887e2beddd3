// The audience that docs/themes.md makes, word for word.

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { copyExample, newPlace } from './command-line.js';

const guide =
	readFileSync('docs/themes.md', 'utf8').split('## An audience of your own')[1]?.split('\n## ')[0] ?? '';
const [theme = '', deck = '', copying = '', line = ''] = [...guide.matchAll(/```\w+\n([\s\S]*?)```/g)].map(
	([, text = '']) => text,
);

test('is made by following the guide', { timeout: 60_000 }, async () => {
	const place = newPlace();
	copyExample(place, 'talk');
	place.write('themes/press.yaml', theme);
	place.write('templates/press-brief/deck.md.hbs', deck);
	execFileSync('bash', ['-ec', copying], {
		cwd: place.folder,
		env: { ...process.env, MODELBRIEF: process.cwd() },
	});
	place.write('talk/brief.yaml', `${place.read('talk/brief.yaml').trimEnd()}\n${line}`);
	const run = await place.run('build talk --deck press-brief --format html,md');
	expect([run.code, run.stderr.match(/MB\d{3}/g)]).toEqual([0, null]);
	expect(place.read('output/talk/press-brief.md').split('\n---\n').length).toBeGreaterThanOrEqual(4);
	expect(place.read('output/talk/press-brief.html')).toContain('#1f4e79');
});
