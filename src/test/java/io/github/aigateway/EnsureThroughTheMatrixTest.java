package io.github.aigateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import io.github.aigateway.CallersClient.Expected;
import io.github.aigateway.Ensured.Change;
import io.github.aigateway.FaultCase.End;
import io.github.aigateway.FaultCase.Start;
import io.github.aigateway.model.Gateway;
import io.github.aigateway.testing.FakeAiGateway;
import io.github.aigateway.testing.Fault;
import io.github.aigateway.testing.Operation;
import io.github.aigateway.testing.ReceivedRequest;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.stream.Stream;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every fault of {@link FaultMatrix}, met by each request of an ensure and by the update of an
 * edit, in every style. The call ends as the request would alone, and counts the others, too.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EnsureThroughTheMatrixTest {

  /** No gateway is no failure of an ensure, and odd fields are refused when they are sent back. */
  private static final Set<String> OF_OTHER_MEANING =
      Set.of("404 with envelope", "result with odd fields");

  private static final Duration ATTEMPT = Duration.ofMinutes(1);

  /** Instead of the default two retries. */
  private static final RequestOptions HURRIED = RequestOptions.builder().maxRetries(1).build();

  /** That responses lack what was updated: some are made up. */
  private final LogCapture warnings = LogCapture.start(Level.WARNING);

  private final FakeAiGateway fake = FakeAiGateway.start();
  private final ManualTiming time = new ManualTiming();

  /** The first request for which a connection is refused, from 0. */
  private volatile int refusedFrom;

  private final OkHttpClient keeping =
      new OkHttpClient.Builder().dns(host -> List.of(InetAddress.getByName(address()))).build();
  private final AiGatewayClient withKeptConnections = client(keeping);
  private final AiGatewayClient withFreshConnections =
      client(
          keeping.newBuilder().connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS)).build());

  /** The fake listens on one loopback address; on any other one, connections are refused. */
  private String address() {
    return fake.requestCount() < refusedFrom ? "127.0.0.1" : "127.0.0.2";
  }

  private AiGatewayClient client(OkHttpClient http) {
    return AiGatewayClient.builder()
        .httpClient(http)
        .apiToken(fake.apiToken())
        .accountId(fake.accountId())
        .baseUrl("http://localhost:" + fake.port() + "/client/v4")
        .attemptTimeout(ATTEMPT)
        .callTimeout(ATTEMPT.multipliedBy(5))
        .timing(time)
        .build();
  }

  @AfterAll
  void close() {
    withKeptConnections.close();
    withFreshConnections.close();
    keeping.dispatcher().executorService().shutdown();
    keeping.connectionPool().evictAll();
    fake.close();
    warnings.close();
  }

  static Stream<Arguments> matrix() {
    return FaultMatrix.cases()
        .flatMap(
            row ->
                Stream.concat(
                    Arrays.stream(EnsureStep.values())
                        .filter(step -> isEnd(row, step))
                        .flatMap(step -> inEachStyle(row, EveryCall.ENSURE, step)),
                    inEachStyle(row, EveryCall.EDIT, EnsureStep.UPDATE)));
  }

  /** Whether an ensure ends as the row says; what else it does is in EnsureThroughFaultsTest. */
  private static boolean isEnd(FaultCase row, EnsureStep step) {
    return switch (step) {
      case LOOK -> false;
      case CREATE -> !row.mayHaveBeenApplied() || !row.fault().apply(Operation.CREATE).isApplied();
      default -> !OF_OTHER_MEANING.contains(row.name());
    };
  }

  static Stream<Arguments> unknownCreates() {
    return FaultMatrix.cases()
        .filter(row -> row.mayHaveBeenApplied())
        .flatMap(row -> inEachStyle(row, EveryCall.ENSURE, EnsureStep.CREATE));
  }

  private static Stream<Arguments> inEachStyle(FaultCase row, EveryCall call, EnsureStep step) {
    return Arrays.stream(Style.values()).map(style -> Arguments.of(row, call, step, style));
  }

  @Test
  void theMatrixHasMoreThanEighteenHundredCases() {
    assertTrue(matrix().count() > 1_800);
    assertTrue(Promises.FAULTS.keySet().containsAll(OF_OTHER_MEANING));
  }

  @ParameterizedTest(name = "{0}: {1}, {2}, {3}")
  @MethodSource("matrix")
  void endsAsTheRequestAlone(FaultCase row, EveryCall call, EnsureStep step, Style style) {
    Ended ended = call(row, call, step, style, row.fault().apply(step.request()));
    boolean isUnknown = step == EnsureStep.CREATE && row.mayHaveBeenApplied();
    int others = step.requests() - 1;
    if (isUnknown) {
      others += row.start() == Start.HURRIED ? 2 : 3; // looks, one and the retries
    } else if (step == EnsureStep.FIND && row.end() == End.VALUE) {
      others++; // the update
    }
    Expected alone = CallersClient.NOTHING.expected(row, step.request(), style);
    assertEquals("", alone.with(others).differs(ended, fake.requestCount()), () -> "" + ended);
    if (row.end() != End.VALUE) {
      assertEquals(step.operation(), ended.failure().operation());
      assertEquals(
          isUnknown, Messages.message(ended.failure()).contains("a later look found no gateway"));
    } else if (call == EveryCall.EDIT) {
      assertEquals(Calls.ID, Calls.told(assertInstanceOf(Gateway.class, ended.value())));
    } else {
      assertChange(step == EnsureStep.CREATE ? Change.CREATED : Change.UPDATED, ended);
    }
  }

  @ParameterizedTest(name = "{0}: {3}")
  @MethodSource("unknownCreates")
  void aCreateThatWasAppliedIsFoundAndNotSentAgain(
      FaultCase row, EveryCall call, EnsureStep step, Style style) {
    Fault applied = row.fault().apply(Operation.CREATE).afterApplying();
    assertChange(Change.CREATED, call(row, call, step, style, applied));
    assertEquals(
        List.of("GET", "POST", "GET"),
        fake.requests().stream().map(ReceivedRequest::method).toList());
  }

  private static void assertChange(Change change, Ended ended) {
    ended.assertValue();
    assertEquals(change, assertInstanceOf(Ensured.class, ended.value()).change());
  }

  /** Makes a call of which the step alone meets the fault, always. */
  private Ended call(FaultCase row, EveryCall call, EnsureStep step, Style style, Fault fault) {
    refusedFrom = row.start() == Start.REFUSED ? step.requests() - 1 : Integer.MAX_VALUE;
    fake.reset();
    fake.put(fake.accountId(), JsonParser.parseString(EveryCall.GATEWAY).getAsJsonObject());
    AiGatewayClient client = withFreshConnections;
    if (row.start() == Start.REUSED) {
      client = withKeptConnections;
      keeping.connectionPool().evictAll();
      client.gateways().list();
      fake.clearRequests();
    }
    step.fail(fake, fault);
    Gateways gateways = client.gateways();
    if (row.start() != Start.HURRIED) {
      return Ended.of(() -> call.call(style, gateways));
    }
    CompletableFuture<Object> ended =
        InRealTime.beside(() -> Ended.of(() -> call.call(style, gateways.with(HURRIED))));
    for (int request = 0; request < row.requests(step.request()); request++) {
      int seen = step.requests() + request;
      Await.await(() -> fake.requestCount() == seen);
      time.pass(ATTEMPT);
    }
    return (Ended) InRealTime.value(ended);
  }
}
