/** Nothing on this page needs a script: it is read, and its links and forms work by themselves. */
export const csr = false;
