/** Marks that turn the direction of writing (Unicode UAX #9): they make `fdp.exe` read as `exe.pdf`. */
const BIDI = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** As shown: what a page says, without marks that could make it read as something else. */
export const shown = (text: string): string => text.replace(BIDI, '');
