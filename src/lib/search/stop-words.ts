/**
 * Words that say nothing about what is looked for, in both languages. "Baru", "lama", "cepat",
 * "tidak", "tanpa" and "anak" are none: they matter in this field.
 */
export const stopWords: ReadonlySet<string> = new Set(
	(
		'ada adalah agar akan antara apa apakah atas atau bagaimana bagaimanakah bagi bahwa banyak beberapa ' +
		'berapa berapakah bila bisa boleh dalam dan dapat dari dengan di dia hal hanya harus hingga ialah ini ' +
		'itu jadi jika juga kah kalau kami kamu kapan karena ke kenapa kepada kita lagi lah lain lalu maka ' +
		'mana manakah masih mau mengapa mereka merupakan namun nya oleh pada para per pernah pun punya saat ' +
		'saja sampai sangat saya sebagai sebab sebuah secara sedang sehingga sejak selama semua seperti ' +
		'serta setiap siapa siapakah suatu sudah supaya tapi telah tentang terhadap tersebut tetapi tiap ' +
		'tolong untuk yaitu yakni yang ' +
		'a an and any are as at be been by can could did do does for from get had has have how i if in into ' +
		'is it its me my of on or our should so such than that the their them then there these they this ' +
		'those to was we were what when where which while who whom why will with would you your'
	).split(' ')
);
