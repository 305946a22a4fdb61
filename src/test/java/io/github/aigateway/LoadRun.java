package io.github.aigateway;

import io.github.aigateway.FaultCase.End;
import io.github.aigateway.model.CreateGatewayRequest;
import io.github.aigateway.model.UpdateGatewayRequest;
import io.github.aigateway.testing.FakeAiGateway;
import io.github.aigateway.testing.Fault;
import io.github.aigateway.testing.ReceivedRequest;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * Many calls of one client from 64 threads and as 64 futures at a time, against a server that fails
 * one request in five: half of the calls create a gateway each, the others use what exists.
 */
final class LoadRun implements AutoCloseable {

  static final String UNDOCUMENTED = "undocumented: ";

  private static final String VALUE = "value";
  private static final int AT_A_TIME = 64;

  private final Random random;
  private final FakeAiGateway fake = FakeAiGateway.builder().maxRequests(0).start();
  private final OkHttpClient http = httpClient();
  private final AiGatewayClient client =
      AiGatewayClient.builder()
          .httpClient(http)
          .apiToken(fake.apiToken())
          .accountId(fake.accountId())
          .baseUrl("http://localhost:" + fake.port() + "/client/v4")
          .tryTimeout(Duration.ofMillis(1_500))
          .maxAnswerBytes(200_000)
          .timing(NoWaiting.TIMING)
          .build();
  private final List<FaultCase> faults =
      FaultMatrix.cases().filter(row -> row.start() != FaultCase.Start.REFUSED).toList();

  private final Map<Integer, LongAdder> ends = new ConcurrentHashMap<>();
  private final Map<String, LongAdder> outcomes = new ConcurrentHashMap<>();
  private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
  private final Set<String> reported = ConcurrentHashMap.newKeySet();
  private final AtomicInteger faultsMet = new AtomicInteger();

  LoadRun(long seed) {
    this.random = new Random(seed);
    fake.failEach(this::fault);
  }

  private OkHttpClient httpClient() {
    Dispatcher dispatcher = new Dispatcher();
    dispatcher.setMaxRequests(2 * AT_A_TIME);
    dispatcher.setMaxRequestsPerHost(2 * AT_A_TIME);
    return new OkHttpClient.Builder()
        .dispatcher(dispatcher)
        .connectionPool(new ConnectionPool(2 * AT_A_TIME, 1, TimeUnit.MINUTES))
        // The server listens on one loopback address: on another, a connection is refused.
        .dns(host -> List.of(InetAddress.getByName(next(50) == 0 ? "127.0.0.2" : "127.0.0.1")))
        .build();
  }

  OkHttpClient http() {
    return http;
  }

  /** Makes the calls and waits for all of them. */
  void make(int from, int calls) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(AT_A_TIME);
    Semaphore free = new Semaphore(AT_A_TIME);
    List<Future<?>> pending = new ArrayList<>();
    List<CompletableFuture<?>> futures = new ArrayList<>();
    try {
      for (int i = from; i < from + calls; i++) {
        int number = i;
        if (i % 2 == 0) {
          pending.add(threads.submit(() -> blocking(number)));
        } else {
          free.acquire();
          futures.add(
              future(number)
                  .handle(
                      (value, error) -> {
                        free.release();
                        end(number, error);
                        return null;
                      }));
        }
      }
      for (Future<?> call : pending) {
        call.get(5, TimeUnit.MINUTES);
      }
      CompletableFuture.allOf(futures.toArray(CompletableFuture[]::new)).get(5, TimeUnit.MINUTES);
    } finally {
      threads.shutdownNow();
    }
  }

  private int next(int bound) {
    synchronized (random) {
      return random.nextInt(bound);
    }
  }

  private Optional<Fault> fault(ReceivedRequest request) {
    int chosen = next(faults.size() * 5);
    if (chosen >= faults.size()) {
      return Optional.empty();
    }
    faultsMet.incrementAndGet();
    FaultCase row = faults.get(chosen);
    Fault fault = row.fault().apply(request.operation().orElseThrow());
    boolean works = row.end() == End.VALUE || (row.mayHaveBeenApplied() && chosen % 2 == 0);
    return Optional.of(works ? fault.afterApplying() : fault);
  }

  private void blocking(int number) {
    Gateways gateways = client.gateways();
    @Nullable Throwable error = null;
    try {
      if (number % 4 == 0) {
        gateways.create(request(number));
      } else {
        use(number, gateways).call();
      }
    } catch (Throwable failed) {
      error = failed;
    }
    end(number, error);
  }

  private Callable<?> use(int number, Gateways gateways) {
    String id = id(number - 2);
    return switch (number / 4 % 5) {
      case 0 -> () -> gateways.list(ListGatewaysOptions.builder().search(id).build());
      case 1 -> () -> gateways.find(id);
      case 2 -> () -> gateways.edit(id, LoadRun::change);
      case 3 -> () -> gateways.url(id, Provider.OPENAI);
      default -> () -> gateways.get(id);
    };
  }

  private CompletableFuture<?> future(int number) {
    AsyncGateways gateways = client.gateways().async();
    if (number % 4 == 1) {
      return gateways.create(request(number));
    }
    String id = id(number - 2);
    return switch (number / 4 % 4) {
      case 0 -> gateways.find(id);
      case 1 -> gateways.edit(id, LoadRun::change);
      case 2 -> gateways.url(id, Provider.OPENAI);
      default -> gateways.get(id);
    };
  }

  private void end(int number, @Nullable Throwable error) {
    ends.computeIfAbsent(number, unused -> new LongAdder()).increment();
    String outcome =
        error == null || error instanceof AiGatewayException
            ? error == null ? VALUE : error.getClass().getSimpleName()
            : UNDOCUMENTED + error;
    outcomes.computeIfAbsent(outcome, unused -> new LongAdder()).increment();
    if (number % 4 > 1) {
      return;
    }
    if (error == null) {
      acknowledged.add(id(number));
    } else if (error instanceof AiGatewayException failed && failed.mayHaveBeenApplied()) {
      reported.add(id(number));
    }
  }

  /** Sets all that is required, since a faulty answer may lack it. */
  private static void change(UpdateGatewayRequest.Builder update) {
    update
        .cacheTtl(60)
        .cacheInvalidateOnUpdate(true)
        .collectLogs(true)
        .rateLimitingInterval(0)
        .rateLimitingLimit(0);
  }

  private static CreateGatewayRequest request(int number) {
    return CreateGatewayRequest.withDefaults().id(id(number)).build();
  }

  private static String id(int number) {
    return "g" + number;
  }

  /** Numbers of calls that did not end exactly once. */
  List<Integer> notEndedOnce(int from, int calls) {
    List<Integer> wrong = new ArrayList<>();
    for (int i = from; i < from + calls; i++) {
      LongAdder count = ends.get(i);
      if (count == null || count.sum() != 1) {
        wrong.add(i);
      }
    }
    return wrong;
  }

  Map<String, Long> outcomes() {
    return new TreeMap<>(
        outcomes.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().sum())));
  }

  /** Gateways whose creation was acknowledged and which do not exist. */
  Set<String> lost() {
    Set<String> lost = new TreeSet<>(acknowledged);
    lost.removeAll(existing());
    return lost;
  }

  /** Gateways that exist although the call that created them said that they do not. */
  Set<String> unreported() {
    Set<String> unreported = existing();
    unreported.removeAll(acknowledged);
    unreported.removeAll(reported);
    return unreported;
  }

  private Set<String> existing() {
    return fake.gateways(fake.accountId()).stream()
        .map(gateway -> gateway.get("id").getAsString())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Forgets the gateways, the server's and those that were counted. */
  void forget() {
    fake.reset();
    fake.failEach(this::fault);
    ends.clear();
    acknowledged.clear();
    reported.clear();
  }

  int faultsMet() {
    return faultsMet.get();
  }

  @Override
  public void close() {
    client.close();
    http.dispatcher().executorService().shutdown();
    http.connectionPool().evictAll();
    fake.close();
  }
}
