package io.github.aigateway.internal.http;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A body came, but it cannot be used. */
abstract class UnusableBodyException extends IOException {
  private static final long serialVersionUID = 1L;

  private UnusableBodyException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /** The body has more bytes than the client accepts. */
  static final class TooLarge extends UnusableBodyException {
    private static final long serialVersionUID = 1L;

    TooLarge(long limit) {
      super(
          "The response has more than " + limit + " bytes, the most that this client accepts.",
          null);
    }
  }

  /** The body is not encoded as {@code Content-Encoding} says. */
  static final class NotDecodable extends UnusableBodyException {
    private static final long serialVersionUID = 1L;

    NotDecodable(IOException cause) {
      super("The response's Content-Encoding is not what the body has.", cause);
    }
  }

  /** The JVM failed while it read the body, for example out of memory. */
  static final class NotRead extends UnusableBodyException {
    private static final long serialVersionUID = 1L;

    NotRead(Error cause) {
      super("The response could not be read: " + cause.getClass().getSimpleName() + ".", cause);
    }
  }
}
