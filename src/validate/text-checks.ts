// What text may not do on a slide: be invisible, reorder its neighbours, or grow over the lines around it.

const BIDI_CONTROL = /[\u202a-\u202e\u2066-\u2069]/;
const MARK_STACK = /\p{M}{9,}/u;

export const MARK_LIMIT = 8;

/** True when something remains after blanks, controls and zero-width characters are taken away. */
export function hasVisibleText(text: string): boolean {
	return /[^\p{Z}\p{C}\p{M}\u115f\u1160\u3164\uffa0\u2800]/u.test(text);
}

export function hasBidiControl(text: string): boolean {
	return BIDI_CONTROL.test(text);
}

export function bidiControlIn(text: string): string {
	return BIDI_CONTROL.exec(text)?.[0] ?? '';
}

export function hasMarkStack(text: string): boolean {
	return MARK_STACK.test(text);
}
