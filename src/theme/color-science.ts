// Colours as eyes see them: WCAG contrast, CIEDE2000 difference, and three kinds of colour blindness. Hex in, numbers or hex out.

export type Vision = 'normal' | 'protan' | 'deutan' | 'tritan';
export const VISIONS: readonly Vision[] = ['normal', 'protan', 'deutan', 'tritan'];

type Triple = readonly [number, number, number];

/** WCAG 2.2: from 1 to 21. */
export function contrast(a: string, b: string): number {
	const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
	return (light + 0.05) / (dark + 0.05);
}

/** Machado, Oliveira and Fernandes 2009, "A Physiologically-based Model for Simulation of Color Vision Deficiency", severity 1.0. */
const DEFICIENCY: Readonly<Record<Exclude<Vision, 'normal'>, readonly [Triple, Triple, Triple]>> = {
	protan: [
		[0.152286, 1.052583, -0.204868],
		[0.114503, 0.786281, 0.099216],
		[-0.003882, -0.048116, 1.051998],
	],
	deutan: [
		[0.367322, 0.860646, -0.227968],
		[0.280085, 0.672501, 0.047413],
		[-0.01182, 0.04294, 0.968881],
	],
	tritan: [
		[1.255528, -0.076749, -0.178779],
		[-0.078411, 0.930809, 0.147602],
		[0.004733, 0.691367, 0.3039],
	],
};

/** CIEDE2000 between two colours as somebody with this vision sees them. */
export function difference(a: string, b: string, vision: Vision = 'normal'): number {
	const [first, second] = [a, b].map((color) => labOf(seenBy(linear(color), vision)));
	return first === undefined || second === undefined ? 0 : deltaE2000(first, second);
}

/** The colour of the same hue that is nearest in lightness and reaches the contrast on every background; black or white if none does. */
export function nearestReadable(color: string, backgrounds: readonly string[], ratio: number): string {
	const [lightness, a, b] = oklabOf(linear(color));
	const isReadable = (hex: string) => backgrounds.every((background) => contrast(hex, background) >= ratio);
	for (let step = 0; step <= 200; step++) {
		for (const sign of [-1, 1]) {
			const wanted = lightness + (sign * step) / 200;
			if (wanted < 0 || wanted > 1) continue;
			const hex = inGamut([wanted, a, b]);
			if (isReadable(hex)) return hex;
		}
	}
	const worst = (hex: string) => Math.min(...backgrounds.map((background) => contrast(hex, background)));
	return worst(BLACK) >= worst(WHITE) ? BLACK : WHITE;
}

/** `share` of the first colour over the second, mixed in OKLab. */
export function mix(a: string, b: string, share: number): string {
	const [first, second] = [oklabOf(linear(a)), oklabOf(linear(b))];
	return inGamut([0, 1, 2].map((n) => (first[n] ?? 0) * share + (second[n] ?? 0) * (1 - share)) as never);
}

const BLACK = `#${'0'.repeat(6)}`;
const WHITE = `#${'f'.repeat(6)}`;

function linear(hex: string): Triple {
	return [1, 3, 5].map((at) => {
		const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
		return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
	}) as unknown as Triple;
}

function hexOf(color: Triple): string {
	const parts = color.map((part) => {
		const value = Math.min(1, Math.max(0, part));
		const encoded = value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055;
		return Math.round(encoded * 255)
			.toString(16)
			.padStart(2, '0');
	});
	return `#${parts.join('')}`;
}

export function luminance(hex: string): number {
	const [red, green, blue] = linear(hex);
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function multiply(matrix: readonly [Triple, Triple, Triple], [x, y, z]: Triple): Triple {
	return matrix.map((row) => row[0] * x + row[1] * y + row[2] * z) as unknown as Triple;
}

function seenBy(color: Triple, vision: Vision): Triple {
	if (vision === 'normal') return color;
	return multiply(DEFICIENCY[vision], color).map((part) => Math.min(1, Math.max(0, part))) as never;
}

/** sRGB primaries, D65 white. */
const TO_XYZ: readonly [Triple, Triple, Triple] = [
	[0.4123908, 0.35758434, 0.18048079],
	[0.21263901, 0.71516868, 0.07219232],
	[0.01933082, 0.11919478, 0.95053215],
];
const WHITE_XYZ: Triple = [0.95045593, 1, 1.08905775];

function labOf(color: Triple): Triple {
	const [x, y, z] = multiply(TO_XYZ, color).map((part, n) => {
		const share = part / (WHITE_XYZ[n] ?? 1);
		return share > 216 / 24389 ? Math.cbrt(share) : (share * (24389 / 27) + 16) / 116;
	}) as unknown as Triple;
	return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

/** Björn Ottosson 2020, "A perceptual color space for image processing". */
function oklabOf(color: Triple): Triple {
	const cone = multiply(
		[
			[0.4122214708, 0.5363325363, 0.0514459929],
			[0.2119034982, 0.6806995451, 0.1073969566],
			[0.0883024619, 0.2817188376, 0.6299787005],
		],
		color,
	).map(Math.cbrt) as unknown as Triple;
	return multiply(
		[
			[0.2104542553, 0.793617785, -0.0040720468],
			[1.9779984951, -2.428592205, 0.4505937099],
			[0.0259040371, 0.7827717662, -0.808675766],
		],
		cone,
	);
}

function fromOklab([lightness, a, b]: Triple): Triple {
	const cone = [
		lightness + 0.3963377774 * a + 0.2158037573 * b,
		lightness - 0.1055613458 * a - 0.0638541728 * b,
		lightness - 0.0894841775 * a - 1.291485548 * b,
	].map((part) => part ** 3) as unknown as Triple;
	return multiply(
		[
			[4.0767416621, -3.3077115913, 0.2309699292],
			[-1.2684380046, 2.6097574011, -0.3413193965],
			[-0.0041960863, -0.7034186147, 1.707614701],
		],
		cone,
	);
}

/** Takes chroma away, never hue, until the screen can show the colour. */
function inGamut([lightness, a, b]: Triple): string {
	for (let share = 1; share > 0; share -= 0.02) {
		const color = fromOklab([lightness, a * share, b * share]);
		if (color.every((part) => part >= -0.0005 && part <= 1.0005)) return hexOf(color);
	}
	return hexOf(fromOklab([lightness, 0, 0]));
}

/** Sharma, Wu and Dalal 2005, "The CIEDE2000 Color-Difference Formula"; the numbers of its steps are theirs. */
export function deltaE2000([l1, a1, b1]: Triple, [l2, a2, b2]: Triple): number {
	const chroma = (Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2;
	const g = 0.5 * (1 - Math.sqrt(chroma ** 7 / (chroma ** 7 + 25 ** 7)));
	const [a1g, a2g] = [(1 + g) * a1, (1 + g) * a2];
	const [c1, c2] = [Math.hypot(a1g, b1), Math.hypot(a2g, b2)];
	const [h1, h2] = [hueDegrees(a1g, b1), hueDegrees(a2g, b2)];

	const dL = l2 - l1;
	const dC = c2 - c1;
	const turn = c1 * c2 === 0 ? 0 : h2 - h1;
	const dh = turn > 180 ? turn - 360 : turn < -180 ? turn + 360 : turn;
	const dH = 2 * Math.sqrt(c1 * c2) * sin(dh / 2);

	const l = (l1 + l2) / 2;
	const c = (c1 + c2) / 2;
	const sum = h1 + h2;
	const h =
		c1 * c2 === 0 ? sum : Math.abs(h1 - h2) <= 180 ? sum / 2 : sum < 360 ? (sum + 360) / 2 : (sum - 360) / 2;
	const t = 1 - 0.17 * cos(h - 30) + 0.24 * cos(2 * h) + 0.32 * cos(3 * h + 6) - 0.2 * cos(4 * h - 63);
	const sl = 1 + (0.015 * (l - 50) ** 2) / Math.sqrt(20 + (l - 50) ** 2);
	const sc = 1 + 0.045 * c;
	const sh = 1 + 0.015 * c * t;
	const rotation = -sin(60 * Math.exp(-(((h - 275) / 25) ** 2))) * 2 * Math.sqrt(c ** 7 / (c ** 7 + 25 ** 7));
	return Math.sqrt((dL / sl) ** 2 + (dC / sc) ** 2 + (dH / sh) ** 2 + rotation * (dC / sc) * (dH / sh));
}

function hueDegrees(a: number, b: number): number {
	if (a === 0 && b === 0) return 0;
	const degrees = (Math.atan2(b, a) * 180) / Math.PI;
	return degrees < 0 ? degrees + 360 : degrees;
}

const sin = (degrees: number) => Math.sin((degrees * Math.PI) / 180);
const cos = (degrees: number) => Math.cos((degrees * Math.PI) / 180);
