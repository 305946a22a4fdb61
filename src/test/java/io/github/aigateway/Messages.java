package io.github.aigateway;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What the messages of exceptions say. */
final class Messages {

  private Messages() {}

  static String message(Throwable failure) {
    return String.valueOf(failure.getMessage());
  }

  static void assertSays(String text, Throwable failure) {
    assertTrue(message(failure).contains(text), failure::toString);
  }

  static void assertSaysNot(String text, Throwable failure) {
    assertFalse(message(failure).contains(text), failure::toString);
  }
}
