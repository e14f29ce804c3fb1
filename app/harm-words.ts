/** What each harm counts, as its shoppers did it: "3 of 200 shoppers unsubscribed". The export says the same. */
export const HARM_WORDS = {
  dismissed: 'turned a product down or hid the list',
  unsubscribed: 'unsubscribed',
  complained: 'reported a mail as spam',
} as const;
