/** Member that holds the saved state in what a browser keeps without an LMS. */
export const STATE_MEMBER = 'suspend_data';
