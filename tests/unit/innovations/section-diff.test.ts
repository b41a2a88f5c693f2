import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diffTexts } from '#lib/innovations/section-diff.ts';

/** `[-gone-]` and `{+new+}` around what changed. */
function marked(before: string, after: string): string {
	return diffTexts(before, after)
		.map(({ text, change }) =>
			change === 'same' ? text : change === 'removed' ? `[-${text}-]` : `{+${text}+}`
		)
		.join('');
}

describe('the difference of two texts', () => {
	test('is told word by word where a passage was mended', () => {
		expect(
			marked('Dua pegawai bertugas di kecamatan.', 'Tiga pegawai bertugas di kecamatan.')
		).toBe('[-Dua-]{+Tiga+} pegawai bertugas di kecamatan.');
	});

	test('tells words that changed side by side as one change', () => {
		expect(marked('Layanan buka pagi hari di kantor.', 'Layanan buka sore ini di kantor.')).toBe(
			'Layanan buka [-pagi hari-]{+sore ini+} di kantor.'
		);
	});

	test('shows a passage that was written anew as a whole, though small words stay', () => {
		const before = 'Belum diketahui dari sumber yang tersedia, menunggu konfirmasi.';
		const after = 'Pegawai yang bertugas perlu didampingi tiga bulan dari awal.';
		expect(marked(before, after)).toBe(`[-${before}-]{+${after}+}`);
	});

	test('leaves the other passages alone', () => {
		expect(marked('Satu.\n\nDua hal.\n', 'Satu.\n\nLain sama sekali.\n\nTiga.\n')).toMatch(
			/^Satu\./
		);
	});

	test('holds both texts to the letter', () => {
		const text = fc.array(fc.constantFrom('kota', 'desa', 'di', ' ', '\n', '. ', '- '), {
			maxLength: 30
		});
		fc.assert(
			fc.property(text, text, (one, other) => {
				const [before, after] = [one.join(''), other.join('')];
				const parts = diffTexts(before, after);
				const without = (gone: string) =>
					parts.flatMap(({ text, change }) => (change === gone ? [] : [text])).join('');
				expect(without('added')).toBe(before);
				expect(without('removed')).toBe(after);
			})
		);
	});
});
