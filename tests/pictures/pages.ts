export interface PicturedPage {
	/** In the names of the files. */
	readonly name: string;
	readonly path: string;
	/** Who is signed in, such as `sekda.kota`; null for the public. */
	readonly account: string | null;
	/** The picture of the README begins at the first chart, below the form. */
	readonly isBelowForm?: boolean;
}

const forAll = (name: string, path: string): PicturedPage => ({ name, path, account: null });

export const PAGES: readonly PicturedPage[] = [
	forAll('home', '/'),
	forAll('kpis', '/kpis'),
	{
		...forAll('kpi', '/kpis/ADM-SLA-KTP?group=kind:city'),
		isBelowForm: true
	},
	forAll('compare', '/compare?kpi=ADM-SLA-KTP&regions=36.71,36.03&group=peers:36.71'),
	forAll(
		'multiples',
		'/compare?kpi=ADM-SLA-KTP,ADM-SLA-KK,ADM-SLA-AKL&regions=36.71,36.03&group=peers:36.71'
	),
	forAll('signals', '/signals'),
	forAll('regions', '/regions'),
	forAll('region', '/regions/36.71'),
	forAll('peers', '/regions/36.71/peers'),
	forAll('innovations', '/innovations'),
	forAll('innovation', '/innovations/sobat-dukcapil'),
	forAll('adoptions', '/adoptions'),
	forAll('hosts', '/hosts'),
	forAll('host', '/hosts/36.71'),
	forAll('developers', '/developers'),
	{ name: 'dashboard', path: '/dashboard', account: 'sekda.kabupaten' },
	{ name: 'entry', path: '/entry', account: 'operator.kota' },
	{ name: 'visits', path: '/visits', account: 'delegasi.kabupaten' }
];

/** The pages that the README shows. */
export const README_PAGES = ['home', 'region', 'kpi', 'compare', 'innovation', 'host'] as const;
