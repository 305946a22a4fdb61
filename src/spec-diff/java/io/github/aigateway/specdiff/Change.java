package io.github.aigateway.specdiff;

/** One thing that is different now, in words, and what it means to those who use the library. */
record Change(Effect effect, String words) {

  static Change none(String words) {
    return new Change(Effect.NONE, words);
  }

  static Change isNew(String words) {
    return new Change(Effect.NEW, words);
  }

  static Change breaks(String words) {
    return new Change(Effect.BREAKS, words);
  }

  /** From the least to the most. */
  enum Effect {
    /** Nobody's code is touched, as by another description. */
    NONE,
    /** There is more than before, and what was there works as before. */
    NEW,
    /** Code of a user may no longer compile, link, or do what it did. */
    BREAKS
  }
}
