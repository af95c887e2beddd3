import { expect, test } from 'vitest';
import { copyExample, newPlace, type Run } from './command-line.js';

const hasNoBrowser = ({ code, stderr }: Run) => code === 5 && stderr.includes('MB402');

test('the same evidence gives the same bytes in another folder, time zone and language', async () => {
	const [one, other] = [newPlace(), newPlace()];
	copyExample(one, 'curlew');
	copyExample(other, 'deep/down/curlew');
	const runs = await Promise.all([
		one.run('build curlew', { TZ: 'Asia/Tokyo', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' }),
		other.run('build deep/down/curlew -o elsewhere', { TZ: 'America/St_Johns', LANG: 'ar', LC_ALL: 'C' }),
	]);
	if (!runs.every(hasNoBrowser)) expect(runs.map(({ code }) => code)).toEqual([0, 0]);
	const [first, second] = [one.hashes('output/curlew'), other.hashes('elsewhere/curlew')];
	expect(second).toEqual(first);
	expect(Object.keys(first).length).toBeGreaterThan(8);
});

test('the order of files, claims and topics in a file changes no value on a slide', async () => {
	const place = newPlace();
	copyExample(place, 'curlew');
	copyExample(place, 'turned/curlew', {
		'results.yaml': reverseClaims,
		'figures.yaml': reverseClaims,
		'timeline.yaml': reverseClaims,
	});
	await place.run('build curlew --format md --deck executive-brief');
	await place.run('build turned/curlew --format md --deck executive-brief -o turned-output');
	const deck = 'curlew/executive-brief.md';
	expect(place.read(`turned-output/${deck}`)).toBe(place.read(`output/${deck}`));
});

/** Turns every list of claims around; each claim is one line. */
function reverseClaims(text: string): string {
	return text.replace(
		/(?:^ {4}- \{.*\}.*\n)+/gm,
		(claims) => `${claims.trimEnd().split('\n').reverse().join('\n')}\n`,
	);
}
