/** Raised whenever the stand-in could give the same prompt another answer. */
export const STAND_IN_VERSION = 3;
