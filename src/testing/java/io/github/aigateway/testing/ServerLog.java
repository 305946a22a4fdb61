package io.github.aigateway.testing;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Keeps MockWebServer from writing a line for each request, unless a log level asks for it. */
final class ServerLog {
  /** Its loggers in 4.x and 5.x; held here, since the log manager holds them only weakly. */
  private static final List<Logger> LOGGERS =
      List.of(
          Logger.getLogger("okhttp3.mockwebserver.MockWebServer"),
          Logger.getLogger("mockwebserver3.MockWebServer"));

  private ServerLog() {}

  static synchronized void silence() {
    for (Logger logger : LOGGERS) {
      if (logger.getLevel() == null) {
        logger.setLevel(Level.SEVERE);
      }
    }
  }
}
