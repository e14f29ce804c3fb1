/** Days after its end for which the rejected lines of an upload are kept. */
export const REJECTS_DAYS = 30;
/** Days for which a request for somebody's data is kept, so that the merchant can answer it; failed messages as long. */
export const REQUESTS_DAYS = 30;
/** Hours after which an upload that cannot be read is given up: its file holds addresses. */
export const UNREAD_HOURS = 24;
