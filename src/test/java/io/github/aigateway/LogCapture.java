package io.github.aigateway;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Takes down all that anything in this JVM logs, in place of the console. */
final class LogCapture extends Handler {

  private final Logger root = Logger.getLogger("");
  private final List<Handler> handlers = List.of(root.getHandlers());
  private final Level level = root.getLevel();
  private final List<String> lines = new CopyOnWriteArrayList<>();

  private LogCapture() {
    setFormatter(new SimpleFormatter());
  }

  static LogCapture start(Level level) {
    LogCapture capture = new LogCapture();
    capture.setLevel(level);
    capture.handlers.forEach(capture.root::removeHandler);
    capture.root.addHandler(capture);
    capture.root.setLevel(level);
    return capture;
  }

  List<String> lines() {
    return lines;
  }

  @Override
  public void publish(LogRecord entry) {
    lines.add(getFormatter().format(entry));
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    root.removeHandler(this);
    handlers.forEach(root::addHandler);
    root.setLevel(level);
  }
}
