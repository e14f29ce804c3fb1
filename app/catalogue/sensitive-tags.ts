/** Tags with which the merchant says it for a product; they beat everything, the first the second. Nobody uses them by chance. */
export const SENSITIVE_TAG = 'larder-sensitive';
export const NOT_SENSITIVE_TAG = 'larder-not-sensitive';
