/** The domain of the demonstration's accounts; `.example` never receives mail. */
export const DEMO_EMAIL_DOMAIN = 'demo.studitiru.example';

/** One password for all of them, shown on the sign-in page of a demonstration and nowhere else. */
export const DEMO_PASSWORD = 'belajar-antardaerah-2026';
