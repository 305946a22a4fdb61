package io.github.aigateway.internal.http;

import java.io.IOException;
import java.net.ProtocolException;

/** What shows that a server does not speak HTTP. */
final class BrokenProtocol {

  private static final String READS_RESPONSES = "okhttp3.internal.http.CallServerInterceptor";

  private BrokenProtocol() {}

  /** OkHttp calls a body that ends too early a fault of the protocol: the connection broke. */
  static boolean isIn(Throwable failure) {
    return failure instanceof ProtocolException
        && !String.valueOf(Causes.message(failure)).startsWith("unexpected end of stream");
  }

  /**
   * OkHttp meets some responses with an unchecked exception, such as a negative status, or a second
   * 103 in OkHttp 4.
   *
   * @return the exception for one that OkHttp threw by itself
   * @throws RuntimeException the one that a listener or an interceptor of the caller's threw
   */
  static IOException orRethrown(RuntimeException thrown) {
    for (StackTraceElement frame : thrown.getStackTrace()) {
      String name = frame.getClassName();
      if (name.equals(READS_RESPONSES)) {
        ProtocolException failure = new ProtocolException(Causes.message(thrown));
        failure.initCause(thrown);
        return failure;
      }
      if (!name.matches("(okhttp3|okio|kotlin|java)\\..*")) {
        break;
      }
    }
    throw thrown;
  }
}
