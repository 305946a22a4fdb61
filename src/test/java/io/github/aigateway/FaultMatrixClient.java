package io.github.aigateway;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.aigateway.FaultCase.End;
import io.github.aigateway.FaultCase.Start;
import io.github.aigateway.testing.FakeAiGateway;
import io.github.aigateway.testing.Operation;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import okhttp3.OkHttpClient;

/** A client that meets faults of the matrix, one call at a time. */
final class FaultMatrixClient implements AutoCloseable {

  /** The clock, and those of the last calls: each ends after an idle second. */
  private static final int MORE_THREADS = 40;

  private static final RequestOptions HURRIED =
      RequestOptions.builder().attemptTimeout(Duration.ofMillis(80)).maxRetries(1).build();

  /** The server listens on one loopback address; on any other one, connections are refused. */
  private volatile String address = "127.0.0.1";

  /** Whether the caller's client does what it is there for. */
  private volatile boolean armed;

  private final FakeAiGateway fake = FakeAiGateway.start();
  private final OkHttpClient http;
  private final LeakCheck leaks;
  private final AiGatewayClient client;
  private final JsonObject existing =
      JsonParser.parseString("{\"id\":\"existing\",\"cache_ttl\":0}").getAsJsonObject();

  /**
   * How a call ended.
   *
   * @param requests how many the server saw
   */
  record Met(Ended ended, long requests) {}

  FaultMatrixClient(CallersClient callers) {
    http =
        callers
            .in(
                new OkHttpClient.Builder().dns(host -> List.of(InetAddress.getByName(address))),
                () -> armed)
            .build();
    leaks = new LeakCheck(http, fake.port(), MORE_THREADS);
    client =
        AiGatewayClient.builder()
            .httpClient(http)
            .apiToken(fake.apiToken())
            .accountId(fake.accountId())
            .baseUrl("http://localhost:" + fake.port() + "/client/v4")
            .timing(new NoWaiting())
            .build();
  }

  /**
   * Makes a call of which each request meets the fault of the row.
   *
   * @param requests how many the server is to see, which it may do when a hurried call has ended
   */
  Met call(FaultCase row, Operation operation, Style style, long requests) throws Exception {
    Ended ended = call(row, operation, style);
    if (row.start() == Start.HURRIED) {
      // One that had not even connected proves nothing but that the machine has much to do.
      for (int again = 0; again < 4 && ended.end() == End.CONNECT; again++) {
        ended = call(row, operation, style);
      }
      Await.comes(() -> fake.requestCount() >= requests);
    }
    Met met = new Met(ended, fake.requestCount());
    fake.clearFaults();
    address = "127.0.0.1";
    return met;
  }

  private Ended call(FaultCase row, Operation operation, Style style) throws Exception {
    prepare(row, operation);
    Gateways gateways = client.gateways();
    armed = true;
    try {
      return Ended.of(
          () ->
              style.call(
                  operation, row.start() == Start.HURRIED ? gateways.with(HURRIED) : gateways));
    } finally {
      armed = false;
    }
  }

  private void prepare(FaultCase row, Operation operation) {
    fake.reset();
    address = "127.0.0.1";
    fake.put(fake.accountId(), existing);
    if (row.start() == Start.REUSED) {
      client.gateways().list();
      fake.clearRequests();
    } else {
      http.connectionPool().evictAll();
    }
    if (row.start() == Start.REFUSED) {
      address = "127.0.0.2";
    }
    fake.fail(row.fault().apply(operation));
  }

  /** Checks that the last call left nothing behind, and that another one is possible. */
  void assertNothingLeft() {
    leaks.assertNothingLeft();
    client.gateways().list();
  }

  @Override
  public void close() {
    leaks.close();
    client.close();
    http.dispatcher().executorService().shutdown();
    http.connectionPool().evictAll();
    fake.close();
  }
}
