// Words to lines, with the widths of the theme's own fonts.

import type { Room } from '../../model/room.js';
import type { Word, Words } from './read-boxes.js';

export type Face = Parameters<Room['widthEm']>[1];

export const widthOf = (words: Words, size: number, room: Room, face: Face): number =>
	words.reduce((sum, word) => sum + advance(word, size, room, face), 0);

/** With the space before it. */
function advance({ text, isStrong, isGlued }: Word, size: number, room: Room, face: Face): number {
	const own = room.widthEm(text, isStrong ? 'strong' : face);
	return (isGlued ? own : own + room.widthEm(' ', face)) * size;
}

/** A word that is longer than its line is broken, but in a table, whose columns are as wide as their longest word. */
export function lines(
	words: Words,
	width: number,
	size: number,
	room: Room,
	face: Face = 'text',
	breaksWords = true,
): number {
	if (words.length === 0) return 0;
	const space = room.widthEm(' ', face) * size;
	let count = 1;
	let used = -space;
	for (const word of words) {
		const more = advance(word, size, room, face);
		if (used > 0 && used + more > width) {
			count += 1;
			used = more - (word.isGlued ? 0 : space);
		} else used += more;
		const broken = breaksWords && width > 0 && used > width + 1 ? Math.ceil(used / width) - 1 : 0;
		count += broken;
		used -= broken * width;
	}
	return count;
}
