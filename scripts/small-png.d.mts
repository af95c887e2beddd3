// Types of small-png.mjs, for tests.
export interface Picture {
	readonly width: number;
	readonly height: number;
	readonly pixels: Uint8Array;
}
export function smallPng(bytes: Uint8Array): Buffer;
export function readPng(bytes: Uint8Array): Picture;
export function writePng(picture: Picture): Buffer;
