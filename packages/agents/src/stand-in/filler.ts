/** Words that say nothing; none is an act or a claim in any scenario. */
export const FILLER: readonly string[] =
  'well then as far as one can tell all things considered at the end of the day so to speak by and large'.split(
    ' ',
  );
