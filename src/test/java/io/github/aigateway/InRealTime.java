package io.github.aigateway;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.github.aigateway.TransportException.Reason;
import io.github.aigateway.internal.time.Timing;
import io.github.aigateway.testing.FakeAiGateway;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

/**
 * Short time limits that really pass, and parts that hang until the test lets them go: what does
 * not end by then would never have ended.
 */
abstract class InRealTime extends AgainstFake {

  static final Duration SHORT = Duration.ofMillis(300);

  /** How a call says that its time was over: a busy machine may still have been connecting. */
  static final Set<Reason> OVER = Set.of(Reason.TIMEOUT, Reason.CONNECT);

  /** Longer than a test waits. */
  static final Duration LONG = Duration.ofMinutes(2);

  private static final long PATIENCE_SECONDS = 10;

  final Hold hold = new Hold();
  private final List<AiGatewayClient> opened = new ArrayList<>();

  /** Loads what a call needs: its time limit is for other things. */
  @BeforeAll
  static void callOnce() throws Exception {
    try (FakeAiGateway fake = FakeAiGateway.start();
        AiGatewayClient client =
            AiGatewayClient.builder()
                .apiToken(fake.apiToken())
                .accountId(fake.accountId())
                .baseUrl(fake.baseUrl())
                .build()) {
      for (Style style : Style.values()) {
        value(begin(style, Calls.LIST, client.gateways()));
      }
    }
  }

  @Override
  AiGatewayClientBuilder builder() {
    return super.builder()
        .timing(Timing.SYSTEM)
        .maxRetries(0)
        .attemptTimeout(LONG)
        .callTimeout(LONG);
  }

  @AfterEach
  void letGoAndClose() {
    hold.release();
    opened.forEach(AiGatewayClient::close);
  }

  /** A client that is closed when nothing is held any more. */
  final AiGatewayClient open(AiGatewayClientBuilder builder) {
    AiGatewayClient client = builder.build();
    opened.add(client);
    return client;
  }

  final AiGatewayClient over(OkHttpClient.Builder callers) {
    return open(builder().httpClient(callers.build()));
  }

  static Gateways withAttemptTimeout(AiGatewayClient client, Duration time) {
    return client.gateways().with(RequestOptions.builder().attemptTimeout(time).build());
  }

  static Gateways withCallTimeout(AiGatewayClient client, Duration time) {
    return client.gateways().with(RequestOptions.builder().callTimeout(time).build());
  }

  /** Runs something on a thread of its own, on which it may hang. */
  static CompletableFuture<Object> beside(Task task) {
    CompletableFuture<Object> outcome = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                outcome.complete(task.run());
              } catch (Throwable thrown) {
                outcome.completeExceptionally(thrown);
              }
            });
    thread.setDaemon(true);
    thread.start();
    return outcome;
  }

  /** Begins a call on a thread of its own; what comes by the wrong way is an AssertionError. */
  static CompletableFuture<Object> begin(Style style, Calls operation, Gateways gateways) {
    return switch (style) {
      case THROWING -> beside(() -> operation.throwing(gateways));
      case RESULT ->
          beside(() -> proper(style, () -> operation.result(gateways)))
              .thenCompose(InRealTime::flat);
      case FUTURE ->
          beside(() -> proper(style, () -> operation.future(gateways)))
              .thenCompose(InRealTime::flat);
    };
  }

  private static CompletableFuture<Object> flat(Object outcome) {
    if (outcome instanceof Result.Err<?> err) {
      return CompletableFuture.failedFuture(err.error());
    }
    return outcome instanceof CompletableFuture<?> future
        ? future.thenApply(value -> value)
        : CompletableFuture.completedFuture(outcome);
  }

  /** What a call itself throws, if it is no misuse, belongs into its result or future. */
  private static Object proper(Style style, Task call) throws Exception {
    try {
      return call.run();
    } catch (RuntimeException thrown) {
      throw new AssertionError("thrown from the call itself", thrown);
    } catch (Error thrown) {
      throw style == Style.FUTURE
          ? new AssertionError("thrown from the call itself", thrown)
          : thrown;
    }
  }

  /** The value, which must come. */
  static Object value(CompletableFuture<?> outcome) {
    try {
      return outcome.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException never) {
      return fail("it did not end");
    } catch (ExecutionException | InterruptedException failed) {
      return fail("it failed", failed);
    }
  }

  /** The failure itself, which must come. */
  static <E extends Throwable> E failure(Class<E> type, CompletableFuture<?> outcome) {
    try {
      return fail("it succeeded: " + outcome.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
    } catch (TimeoutException never) {
      return fail("it did not end");
    } catch (InterruptedException interrupted) {
      return fail(interrupted);
    } catch (ExecutionException failed) {
      return assertInstanceOf(type, failed.getCause());
    }
  }

  static TransportException ends(Reason reason, CompletableFuture<?> outcome) {
    return ends(Set.of(reason), outcome);
  }

  static TransportException ends(Set<Reason> reasons, CompletableFuture<?> outcome) {
    TransportException error = failure(TransportException.class, outcome);
    assertTrue(reasons.contains(error.reason()), error::toString);
    return error;
  }

  /** What is run on a thread of its own. */
  interface Task {
    Object run() throws Exception;
  }
}
