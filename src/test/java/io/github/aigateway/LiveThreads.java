package io.github.aigateway;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The threads there were when this was made, to which none are to be added. */
final class LiveThreads {

  /** One for each connection, as the server names it. */
  private static final Predicate<String> CONNECTIONS =
      Pattern.compile("MockWebServer .*127\\.0\\.0\\.1:.*").asMatchPredicate();

  /**
   * Threads of the server, and those that the JVM and OkHttp keep for all of a process, however
   * many clients it has; while one of OkHttp's works for a pool of connections, it bears that name.
   */
  private static final Predicate<String> OTHERS =
      Pattern.compile(
              "MockWebServer.*|ForkJoinPool.*|CompletableFutureDelayScheduler"
                  + "|OkHttp (TaskRunner|ConnectionPool.*)|Okio.*")
          .asMatchPredicate();

  private final List<String> before = names();

  /** Waits until there are no more threads of a client than before. */
  void assertNoMore() {
    assertNoMore(OTHERS.negate(), "threads that were not there before");
  }

  /** Waits until a server has no more connections than before. */
  void assertNoMoreConnections() {
    assertNoMore(CONNECTIONS, "connections, by the threads that serve them");
  }

  private void assertNoMore(Predicate<String> counted, String what) {
    Await.comes(() -> more(counted).isEmpty());
    assertEquals(List.of(), more(counted), what);
  }

  /** Those beyond the ones before, of which some may have ended meanwhile. */
  private List<String> more(Predicate<String> counted) {
    List<String> more = new ArrayList<>(names());
    before.forEach(more::remove);
    return more.stream().filter(counted).toList();
  }

  private static List<String> names() {
    return Thread.getAllStackTraces().keySet().stream().map(Thread::getName).toList();
  }
}
