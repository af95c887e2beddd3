import { expect, test } from 'vitest';
import { copyExample, newPlace } from './command-line.js';

test('check lists what is on no slide, build counts it, and a part of the decks says nothing of it', async () => {
	const place = newPlace();
	copyExample(place, 'curlew', {
		'statements.yaml': (text) =>
			`${text}\n- { id: radio-ahead, topic: outlook, label: Radio, text: Radio is next., claims: [{ source: earshot, at: End }] }\n`,
	});
	const { code, stderr } = await place.run('check curlew');
	expect(code).toBe(0);
	expect(stderr).toContain('findings are on no slide:\n');
	expect(stderr).toContain('\n    outlook (1): radio-ahead\n');
	expect((await place.run('build curlew --format html')).stderr).toMatch(
		/\n {2}\d+ findings are on no slide; `modelbrief check` lists them\.\n/,
	);
	const part = await place.run('build curlew --format html --deck executive-brief');
	expect(part.stderr).not.toContain('on no slide');
});
