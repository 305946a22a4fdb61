package io.github.aigateway.testing;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The newest requests, up to a number, and the count of all. Safe for use by several threads. */
final class RequestLog {
  private final int max;
  private final Deque<ReceivedRequest> newest = new ArrayDeque<>();
  private long count;

  RequestLog(int max) {
    this.max = max;
  }

  synchronized void add(ReceivedRequest request) {
    count++;
    newest.addLast(request);
    if (newest.size() > max) {
      newest.removeFirst();
    }
  }

  synchronized List<ReceivedRequest> requests() {
    return List.copyOf(newest);
  }

  synchronized long count() {
    return count;
  }

  synchronized void clear() {
    newest.clear();
    count = 0;
  }
}
