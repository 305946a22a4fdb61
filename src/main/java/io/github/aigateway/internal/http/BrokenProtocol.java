package io.github.aigateway.internal.http;

import java.io.IOException;
import java.net.ProtocolException;

/** Recognizes a server that does not speak HTTP. */
final class BrokenProtocol {

  private static final String READS_RESPONSES = "okhttp3.internal.http.CallServerInterceptor";

  private BrokenProtocol() {}

  /**
   * Whether the protocol is broken. OkHttp also says so if a body ends too early: then the
   * connection broke.
   */
  static boolean isIn(Throwable failure) {
    return failure instanceof ProtocolException
        && !String.valueOf(Causes.message(failure)).startsWith("unexpected end of stream");
  }

  /**
   * OkHttp throws an unchecked exception for some responses, such as a negative status, or a second
   * 103 in OkHttp 4.
   *
   * @return an exception to throw instead, if OkHttp itself threw this one
   * @throws RuntimeException this one, if a listener or an interceptor of the caller threw it
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
