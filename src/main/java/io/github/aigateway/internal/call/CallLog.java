package io.github.aigateway.internal.call;

/** Logs each attempt at DEBUG, without headers and bodies. */
final class CallLog implements Observer {

  static final CallLog INSTANCE = new CallLog();

  private static final System.Logger LOGGER = System.getLogger("io.github.aigateway");

  private CallLog() {}

  static boolean isOn() {
    return LOGGER.isLoggable(System.Logger.Level.DEBUG);
  }

  @Override
  public void ended(Ended ended) {
    if (ended.kind() != Kind.ATTEMPT) {
      return;
    }
    try {
      String requestId = ended.outcome().requestId();
      LOGGER.log(
          System.Logger.Level.DEBUG,
          "{0}, attempt {1}: {2} after {3} ms, request {4}{5}",
          ended.subject(),
          ended.progress().attempts(),
          ended.outcome().describe(),
          Long.toString(ended.duration().toMillis()),
          requestId == null ? "unknown" : requestId,
          following(ended));
    } catch (RuntimeException handlerFailed) {
      // A log handler is the caller's code: its failure must not end the call.
    }
  }

  private static String following(Ended ended) {
    if (ended.delay() != null) {
      return "; next attempt in " + ended.delay().toMillis() + " ms";
    }
    String gaveUp = ended.progress().gaveUp();
    return gaveUp == null ? "" : "; gave up, since " + gaveUp;
  }
}
