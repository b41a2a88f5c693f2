import { describe, expect, test } from 'vitest';
import { dispositionOf, safeFileName } from '#lib/attachments/file-name.ts';
import { firstLook, hasBytesBehindPdf, hasBytesBehindZip } from '#lib/attachments/first-look.ts';

const bytes = (text: string) => Uint8Array.from(text, (sign) => sign.charCodeAt(0));

describe('the first look at a file', () => {
	test.each([
		['\x89PNG\r\n\x1A\n…', 'image'],
		['\xFF\xD8\xFF\xE0', 'image'],
		['RIFF\0\0\0\0WEBPVP8 ', 'image'],
		['%PDF-1.7\n', 'pdf'],
		['PK\x03\x04', 'zip']
	])('knows %j by its first bytes', (text, container) => {
		expect(firstLook(bytes(text))).toEqual({ container });
	});

	test.each([
		['', 'attachment.empty'],
		['<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', 'attachment.svg'],
		['<?xml version="1.0"?><!DOCTYPE svg><svg/>', 'attachment.svg'],
		['\xEF\xBB\xBF  <SVG/onload=alert(1)>', 'attachment.svg'],
		['\xFF\xFE<\0s\0v\0g\0 \0', 'attachment.svg'],
		['<!doctype html><script>alert(1)</script>', 'attachment.webPage'],
		['<?xml version="1.0"?><x/>', 'attachment.webPage'],
		['MZ\x90\0', 'attachment.program'],
		['\x7FELF', 'attachment.program'],
		['#!/bin/sh', 'attachment.program'],
		['\xD0\xCF\x11\xE0\xA1\xB1', 'attachment.oldOffice'],
		['GIF89a/*', 'attachment.wrongType'],
		['hanya teks', 'attachment.wrongType'],
		[' %PDF-1.7', 'attachment.wrongType'],
		['\0\0\0\x20ftypheic', 'attachment.wrongType']
	])('refuses %j and says why', (text, refused) => {
		expect(firstLook(bytes(text))).toEqual({ refused });
	});

	test('sees what hangs behind a PDF or a ZIP file', () => {
		const pdf = `%PDF-1.7\n${'x'.repeat(5000)}\n%%EOF`;
		expect(hasBytesBehindPdf(bytes(`${pdf}\r\n`))).toBe(false);
		expect(hasBytesBehindPdf(bytes(`${pdf}\nPK\x03\x04${'z'.repeat(100)}`))).toBe(true);
		expect(hasBytesBehindPdf(bytes('%PDF-1.7 cut off'))).toBe(true);
		const zip = `PK\x03\x04…PK\x05\x06${'\0'.repeat(18)}`;
		expect(hasBytesBehindZip(bytes(zip))).toBe(false);
		expect(hasBytesBehindZip(bytes(`${zip}<script>`))).toBe(true);
	});
});

describe('the name of a file', () => {
	test.each([
		['Surat Tugas 2026.pdf', 'Surat Tugas 2026.pdf'],
		['../../etc/passwd', 'passwd.pdf'],
		['C:\\Users\\a\\laporan.docx', 'laporan.pdf'],
		['a\u202Efdp.exe', 'afdp.pdf'],
		['nama\r\nSet-Cookie: x', 'namaSet-Cookie- x.pdf'],
		['.htaccess', 'berkas.pdf'],
		['', 'berkas.pdf'],
		['é'.repeat(300), `${'é'.repeat(120)}.pdf`]
	])('%j is kept as %j', (name, kept) => {
		expect(safeFileName(name, 'pdf')).toBe(kept);
	});

	test('goes into a header that nothing can break out of', () => {
		expect(dispositionOf('Surat "Tugas" é.pdf')).toBe(
			'attachment; filename="Surat _Tugas_ _.pdf"; filename*=UTF-8\'\'Surat%20%22Tugas%22%20%C3%A9.pdf'
		);
	});
});
