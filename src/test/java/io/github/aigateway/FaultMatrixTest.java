package io.github.aigateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.aigateway.FaultCase.End;
import io.github.aigateway.FaultCase.Start;
import io.github.aigateway.testing.FakeAiGateway;
import io.github.aigateway.testing.Operation;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every fault of {@link FaultMatrix}, met by every operation in every style. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultMatrixTest {

  /** Of the server, its connections and OkHttp, all of which are kept for the next call. */
  private static final int MORE_THREADS = 40;

  private static final RequestOptions HURRIED =
      RequestOptions.builder().tryTimeout(Duration.ofMillis(80)).maxRetries(1).build();

  /** The server listens on one loopback address; on any other one, connections are refused. */
  private volatile String address = "127.0.0.1";

  private final FakeAiGateway fake = FakeAiGateway.start();
  private final OkHttpClient http =
      new OkHttpClient.Builder().dns(host -> List.of(InetAddress.getByName(address))).build();
  private final LeakCheck leaks = new LeakCheck(http, MORE_THREADS);
  private final AiGatewayClient client =
      AiGatewayClient.builder()
          .httpClient(http)
          .apiToken(fake.apiToken())
          .accountId(fake.accountId())
          .baseUrl("http://localhost:" + fake.port() + "/client/v4")
          .timing(new NoWaiting())
          .build();
  private final JsonObject existing =
      JsonParser.parseString("{\"id\":\"existing\",\"cache_ttl\":0}").getAsJsonObject();

  @AfterAll
  void noBodyLeakedAndAllEnds() {
    System.gc(); // OkHttp notices a leak when its call has been collected
    client.gateways().list();
    leaks.assertNothingLeft();
    leaks.close();
    client.close();
    http.dispatcher().executorService().shutdown();
    http.connectionPool().evictAll();
    fake.close();
  }

  static Stream<Arguments> matrix() {
    return FaultMatrix.cases()
        .flatMap(
            row ->
                Arrays.stream(Operation.values())
                    .flatMap(
                        operation ->
                            Arrays.stream(MatrixStyle.values())
                                .map(style -> Arguments.of(row, operation, style))));
  }

  @Test
  void theMatrixHasMoreThanFifteenHundredCases() {
    assertTrue(matrix().count() > 1_500);
  }

  @ParameterizedTest(name = "{0}: {1}, {2}")
  @MethodSource("matrix")
  void endsAsTheTableSays(FaultCase row, Operation operation, MatrixStyle style) throws Exception {
    prepare(row, operation);
    Gateways gateways = client.gateways();
    Object value = null;
    AiGatewayException error = null;
    try {
      value =
          style.call(row.start() == Start.HURRIED ? gateways.with(HURRIED) : gateways, operation);
    } catch (AiGatewayException failed) {
      error = failed;
    }
    long requests = fake.requestCount();
    fake.clearFaults();
    address = "127.0.0.1";
    assertEnd(row, operation, value, error);
    assertEquals(row.requests(operation), requests, "requests on the wire");
    leaks.assertNothingLeft();
    assertNotNull(gateways.list().items(), "the next call");
  }

  private void prepare(FaultCase row, Operation operation) {
    fake.reset();
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

  private static void assertEnd(
      FaultCase row,
      Operation operation,
      @Nullable Object value,
      @Nullable AiGatewayException error) {
    if (row.end() == End.VALUE) {
      if (error != null) {
        throw error;
      }
      assertEquals(
          operation == Operation.CREATE ? "created" : "existing",
          MatrixStyle.told(assertInstanceOf(Object.class, value)));
      return;
    }
    AiGatewayException failed = assertInstanceOf(AiGatewayException.class, error);
    assertEquals(row.end(), End.of(failed), failed::toString);
    assertEquals(row.attempts(operation), failed.attempts(), "attempts");
    assertEquals(
        row.mayHaveBeenApplied(operation), failed.mayHaveBeenApplied(), "mayHaveBeenApplied");
  }
}
