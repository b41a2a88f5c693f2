/** An embedded page is a picture with its words: it brings no script into somebody else's page. */
export const csr = false;
