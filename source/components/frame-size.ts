/** Lines that the frame takes from the window: header and rule, status and footer. */
export const frameRows = 4;
