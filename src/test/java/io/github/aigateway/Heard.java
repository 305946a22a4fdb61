package io.github.aigateway;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A listener that keeps the events, and who told it. */
final class Heard implements CallListener {

  private final List<CallEvent> events = new CopyOnWriteArrayList<>();
  private final List<Thread> threads = new CopyOnWriteArrayList<>();

  @Override
  public void onEvent(CallEvent event) {
    threads.add(Thread.currentThread());
    events.add(event);
  }

  List<CallEvent> events() {
    return List.copyOf(events);
  }

  /** What ended, in their order. */
  List<String> kinds() {
    return events.stream().map(event -> event.kind() + " " + event.operation()).toList();
  }

  /** On which threads. */
  List<Thread> threads() {
    return List.copyOf(threads);
  }

  CallEvent last() {
    return events.get(events.size() - 1);
  }

  void clear() {
    events.clear();
    threads.clear();
  }
}
