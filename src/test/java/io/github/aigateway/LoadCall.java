package io.github.aigateway;

/** What a call under load does, and with which gateway; its number says which. */
enum LoadCall {
  /** Makes a gateway of its own. */
  CREATE,
  /** Changes, or edits, or reads what another call makes. */
  OTHER,
  /** Gives its number to a gateway that was there before and that nobody else changes. */
  UPDATE,
  /** Deletes a gateway that was there before and that nobody else changes. */
  DELETE;

  /** Even numbers are blocking calls, odd ones futures. */
  static LoadCall of(int number) {
    return switch (number / 2 % 6) {
      case 0, 2, 4 -> CREATE;
      case 1 -> UPDATE;
      case 3 -> DELETE;
      default -> OTHER;
    };
  }

  String id(int number) {
    return "g" + (this == OTHER ? number - 2 : number);
  }
}
