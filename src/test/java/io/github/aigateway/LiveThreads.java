package io.github.aigateway;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The threads there were when this was made, to which none are to be added. */
final class LiveThreads {

  /** One for each connection, as the server names it. */
  private static final Predicate<String> CONNECTIONS =
      Pattern.compile("MockWebServer .*127\\.0\\.0\\.1:.*").asMatchPredicate();

  /**
   * Threads of the server, and those that the JVM and OkHttp keep for all of a process, however
   * many clients it has.
   */
  private static final Predicate<String> OTHERS =
      Pattern.compile(
              "MockWebServer.*|ForkJoinPool.*|CompletableFutureDelayScheduler"
                  + "|OkHttp TaskRunner|Okio.*")
          .asMatchPredicate();

  private final List<String> before = new ArrayList<>();

  LiveThreads() {
    Thread.getAllStackTraces().keySet().forEach(thread -> before.add(thread.getName()));
  }

  /** Waits until there are no more threads of a client than before. */
  void assertNoMore() {
    assertNoMore(OTHERS.negate(), "threads that were not there before");
  }

  /** Waits until a server has no more connections than before. */
  void assertNoMoreConnections() {
    assertNoMore(CONNECTIONS, "connections, by the threads that serve them");
  }

  private void assertNoMore(Predicate<String> counted, String what) {
    assertTrue(
        Await.comes(() -> more(counted).isEmpty()),
        () -> what + ": " + String.join("\n", more(counted)));
  }

  /** Those beyond the ones before, of which some may have ended meanwhile; and what they do. */
  private List<String> more(Predicate<String> counted) {
    List<String> known = new ArrayList<>(before);
    List<String> more = new ArrayList<>();
    Thread.getAllStackTraces()
        .forEach(
            (thread, stack) -> {
              String name = thread.getName();
              if (!known.remove(name) && counted.test(name) && !waitsForATask(stack)) {
                more.add(name + Stream.of(stack).map(at -> "\n  at " + at).collect(joining()));
              }
            });
    return more;
  }

  /**
   * Whether a thread that OkHttp keeps waits for a task, such as to close the idle connections of
   * somebody else's client. OkHttp 5 lets it bear the name of its last task, be it of ours.
   */
  private static boolean waitsForATask(StackTraceElement[] stack) {
    return Stream.of(stack)
        .anyMatch(
            at ->
                at.getClassName().equals("okhttp3.internal.concurrent.TaskRunner")
                    && at.getMethodName().equals("awaitTaskToRun"));
  }
}
