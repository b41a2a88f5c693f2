import sharp from 'sharp';
import { DomainError } from '#lib/core/errors.ts';
import { IMAGE_SIZES, type ImageSize, STORED_IMAGE_TYPE } from '../kinds.ts';

/** A picture of more points than this costs too much memory to be opened. */
const MAX_PIXELS = 50_000_000;
const QUALITY = 80;

/** A picture in its stored sizes, drawn anew: nothing of the uploaded bytes remains. */
export interface PreparedImage {
	readonly mediaType: typeof STORED_IMAGE_TYPE;
	readonly extension: 'webp';
	/** Of the large size. */
	readonly width: number;
	readonly height: number;
	readonly sizes: Readonly<Record<ImageSize, Uint8Array>>;
}

/**
 * Decodes a picture, turns it upright and encodes it as WebP in each size, without the place,
 * camera and name that it may carry. What cannot be decoded is refused.
 */
export async function prepareImage(bytes: Uint8Array): Promise<PreparedImage> {
	try {
		const large = await encode(bytes, 'large');
		const small = await encode(bytes, 'small');
		return {
			mediaType: STORED_IMAGE_TYPE,
			extension: 'webp',
			width: large.info.width,
			height: large.info.height,
			sizes: { large: large.data, small: small.data }
		};
	} catch (cause) {
		const isTooLarge = cause instanceof Error && cause.message.includes('pixel limit');
		const message = isTooLarge ? 'attachment.tooManyPixels' : 'attachment.badPicture';
		throw new DomainError('unsupported_type', {
			message,
			fields: [{ path: 'file', code: message }]
		});
	}
}

async function encode(bytes: Uint8Array, size: ImageSize) {
	const width = IMAGE_SIZES[size];
	return sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error' })
		.rotate()
		.resize({ width, height: width, fit: 'inside', withoutEnlargement: true })
		.webp({ quality: QUALITY })
		.toBuffer({ resolveWithObject: true });
}
