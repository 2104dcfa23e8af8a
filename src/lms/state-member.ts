/** Member with the saved state, in the data that a browser keeps without an LMS. */
export const STATE_MEMBER = 'suspend_data';
