package io.github.aigateway;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * Many calls of one client from 64 threads and as 64 futures at a time, against a server that fails
 * one request in five.
 */
final class LoadRun implements AutoCloseable {

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
          .timing(new NoWaiting())
          .build();
  private final List<FaultCase> faults =
      FaultMatrix.cases().filter(row -> row.start() != FaultCase.Start.REFUSED).toList();

  private final LoadLedger ledger = new LoadLedger();
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
    for (int i = from; i < from + calls; i++) {
      LoadCall call = LoadCall.of(i);
      if (call == LoadCall.UPDATE || call == LoadCall.DELETE) {
        fake.put(fake.accountId(), existing(call.id(i)));
      }
    }
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
                        ledger.end(number, error);
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
    @Nullable Throwable error = null;
    try {
      call(number, client.gateways());
    } catch (Throwable failed) {
      error = failed;
    }
    ledger.end(number, error);
  }

  private Object call(int number, Gateways gateways) {
    LoadCall call = LoadCall.of(number);
    String id = call.id(number);
    return switch (call) {
      case CREATE -> gateways.create(request(id));
      case UPDATE -> gateways.update(id, update(number));
      case DELETE -> gateways.delete(id);
      case OTHER ->
          switch (number / 12 % 5) {
            case 0 -> gateways.list(ListGatewaysOptions.builder().search(id).build());
            case 1 -> gateways.find(id);
            case 2 -> gateways.edit(id, LoadRun::change);
            case 3 -> gateways.url(id, Provider.OPENAI);
            default -> gateways.get(id);
          };
    };
  }

  private CompletableFuture<?> future(int number) {
    AsyncGateways gateways = client.gateways().async();
    LoadCall call = LoadCall.of(number);
    String id = call.id(number);
    return switch (call) {
      case CREATE -> gateways.create(request(id));
      case UPDATE -> gateways.update(id, update(number));
      case DELETE -> gateways.delete(id);
      case OTHER ->
          switch (number / 12 % 4) {
            case 0 -> gateways.find(id);
            case 1 -> gateways.edit(id, LoadRun::change);
            case 2 -> gateways.url(id, Provider.OPENAI);
            default -> gateways.get(id);
          };
    };
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

  private static UpdateGatewayRequest update(int number) {
    UpdateGatewayRequest.Builder update = UpdateGatewayRequest.builder();
    change(update);
    return update.cacheTtl(number).build();
  }

  private static CreateGatewayRequest request(String id) {
    return CreateGatewayRequest.withDefaults().id(id).build();
  }

  private static JsonObject existing(String id) {
    return JsonParser.parseString(request(id).toJson()).getAsJsonObject();
  }

  /** How the calls ended, and how often. */
  Map<String, Long> outcomes() {
    return ledger.outcomes();
  }

  /** Calls in this range that did not end once, or were told what the server denies. */
  List<String> mistakes(int from, int calls) {
    return ledger.mistakes(from, calls, fake.gateways(fake.accountId()));
  }

  /** Forgets the gateways and the single calls. */
  void forget() {
    fake.reset();
    fake.failEach(this::fault);
    ledger.forget();
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
