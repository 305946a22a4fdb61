package io.github.aigateway;

import io.github.aigateway.TransportException.Reason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReferenceArray;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * Many calls of several clients, most of which are ended from outside at some moment: their futures
 * cancelled or given less time, their threads interrupted, their clients closed.
 */
final class StressRun extends ManyCalls {

  private static final int CLIENTS = 4;
  private static final int CALLS_UNTIL_ONE_IS_CLOSED = 100;

  /** Within which each call ends: a call that is not ended from outside has far less time. */
  private static final long MOST_SECONDS = 15;

  private static final RequestOptions HURRIED =
      RequestOptions.builder()
          .attemptTimeout(Duration.ofMillis(400))
          .callTimeout(Duration.ofSeconds(2))
          .build();

  /** Longer than is accepted: who makes such a call ends it. */
  private static final RequestOptions PATIENT =
      RequestOptions.builder()
          .attemptTimeout(Duration.ofMinutes(2))
          .callTimeout(Duration.ofMinutes(4))
          .maxRetries(2)
          .build();

  /** Of a caller; half of the clients share it, and their futures wait for their turn. */
  private final OkHttpClient http = httpClient();

  private final AtomicReferenceArray<ClosingClient> clients = new AtomicReferenceArray<>(CLIENTS);
  private final ScheduledExecutorService outside = Executors.newScheduledThreadPool(4);
  private final ConcurrentLinkedQueue<Throwable> failures = new ConcurrentLinkedQueue<>();

  StressRun(long seed) {
    super(
        seed,
        Set.of(CancellationException.class, TimeoutException.class, IllegalStateException.class));
    for (int i = 0; i < CLIENTS; i++) {
      clients.set(i, open(i));
    }
  }

  /** The first two of four ways are ended from outside, the third by its own time. */
  private RequestOptions options(int way) {
    return way < 2 ? PATIENT : way == 2 ? brief() : HURRIED;
  }

  /** So little that it ends anywhere in the call. */
  private RequestOptions brief() {
    return RequestOptions.builder().callTimeout(Duration.ofMillis(1 + random.next(30))).build();
  }

  private static OkHttpClient httpClient() {
    Dispatcher dispatcher = new Dispatcher();
    dispatcher.setMaxRequestsPerHost(16);
    return new OkHttpClient.Builder().dispatcher(dispatcher).build();
  }

  OkHttpClient http() {
    return http;
  }

  int port() {
    return fake.port();
  }

  private ClosingClient open(int number) {
    AiGatewayClientBuilder builder =
        AiGatewayClient.builder()
            .apiToken(fake.apiToken())
            .accountId(fake.accountId())
            .baseUrl(fake.baseUrl())
            .maxRetries(1)
            .maxResponseBytes(200_000);
    return new ClosingClient((number % 2 == 0 ? builder : builder.httpClient(http)).build());
  }

  /** One of the clients; at times it is replaced, and soon closed. */
  private ClosingClient client(int number) {
    int chosen = random.next(CLIENTS);
    if (number % CALLS_UNTIL_ONE_IS_CLOSED != 0) {
      return clients.get(chosen);
    }
    ClosingClient replaced = clients.getAndSet(chosen, open(chosen));
    outside.execute(
        () -> {
          try {
            replaced.close();
          } catch (Throwable failed) {
            failures.add(failed);
          }
        });
    return replaced;
  }

  /** At some moment of a call, or a little later. */
  private void soon(Runnable ending) {
    outside.schedule(ending, random.next(30_000), TimeUnit.MICROSECONDS);
  }

  @Override
  @Nullable Throwable blocking(int number) {
    ClosingClient client = client(number);
    int way = random.next(4);
    InterruptedCall call = new InterruptedCall(Thread.currentThread());
    if (way < 2) {
      soon(call::interrupt);
    }
    long start = System.nanoTime();
    Throwable error = null;
    try {
      LoadCall.blocking(number, client.gateways(options(way)));
    } catch (Throwable failed) {
      error = failed;
    }
    boolean interrupted = call.isOver();
    if (Thread.interrupted() != interrupted) {
      return new AssertionError("interrupted: " + interrupted + ", and the flag is not", error);
    }
    return checked(error, start, client, interrupted ? Reason.INTERRUPTED : null, null);
  }

  @Override
  CompletableFuture<@Nullable Throwable> future(int number) {
    ClosingClient client = client(number);
    int way = random.next(4);
    long start = System.nanoTime();
    CompletableFuture<?> future;
    try {
      future = LoadCall.future(number, client.gateways(options(way)).async());
    } catch (Throwable thrown) {
      return CompletableFuture.completedFuture(checked(thrown, start, client, null, null));
    }
    CompletableFuture<@Nullable Throwable> end =
        future.handle(
            (value, error) ->
                checked(
                    error,
                    start,
                    client,
                    null,
                    way == 0 ? CancellationException.class : TimeoutException.class));
    if (way == 0) {
      soon(() -> future.cancel(true));
    } else if (way == 1) {
      var unused = future.orTimeout(1 + random.next(30), TimeUnit.MILLISECONDS);
    }
    return end;
  }

  /** Another failure in place of one that this call cannot end with. */
  private static @Nullable Throwable checked(
      @Nullable Throwable error,
      long start,
      ClosingClient client,
      @Nullable Reason reason,
      @Nullable Class<? extends Throwable> type) {
    long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start);
    if (seconds > MOST_SECONDS) {
      return new AssertionError("It took " + seconds + " s", error);
    }
    boolean possible = true;
    if (error instanceof TransportException failed) {
      possible =
          switch (failed.reason()) {
            case INTERRUPTED -> reason == Reason.INTERRUPTED;
            case CANCELLED -> client.isClosing();
            default -> true;
          };
    } else if (error instanceof IllegalStateException) {
      // A future that is cancelled ends with a kind of this, too.
      possible = client.isClosing() || error.getClass() == type;
    } else if (error != null && !(error instanceof AiGatewayException)) {
      possible = error.getClass() == type;
    }
    return possible ? error : new AssertionError("Nobody ended it so: " + error, error);
  }

  /** Closes all clients, and returns what failed on the way. */
  List<Throwable> closeClients() throws InterruptedException {
    outside.shutdown();
    if (!outside.awaitTermination(MOST_SECONDS, TimeUnit.SECONDS)) {
      failures.add(new AssertionError("close() did not return"));
    }
    for (int i = 0; i < CLIENTS; i++) {
      clients.get(i).close();
    }
    Await.comes(() -> http.dispatcher().runningCallsCount() == 0);
    http.dispatcher().executorService().shutdown();
    http.connectionPool().evictAll();
    return new ArrayList<>(failures);
  }

  @Override
  public void close() {
    outside.shutdownNow();
    fake.close();
  }

  /** A client, and whether it is being closed. */
  private static final class ClosingClient implements AutoCloseable {

    private final AiGatewayClient client;
    private volatile boolean closing;

    ClosingClient(AiGatewayClient client) {
      this.client = client;
    }

    Gateways gateways(RequestOptions options) {
      return client.gateways().with(options);
    }

    boolean isClosing() {
      return closing;
    }

    @Override
    public void close() {
      closing = true;
      client.close();
    }
  }

  /** A call that may be interrupted while it lasts, and never what its thread does afterwards. */
  private static final class InterruptedCall {

    private final Thread thread;
    private boolean over;
    private boolean interrupted;

    InterruptedCall(Thread thread) {
      this.thread = thread;
    }

    synchronized void interrupt() {
      if (!over) {
        interrupted = true;
        thread.interrupt();
      }
    }

    /** Ends it, and returns whether it was interrupted. */
    synchronized boolean isOver() {
      over = true;
      return interrupted;
    }
  }
}
