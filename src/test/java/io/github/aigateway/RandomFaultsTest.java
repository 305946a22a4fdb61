package io.github.aigateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.aigateway.CallersClient.Expected;
import io.github.aigateway.FaultCase.End;
import io.github.aigateway.FaultCase.Start;
import io.github.aigateway.testing.FakeAiGateway;
import io.github.aigateway.testing.Fault;
import io.github.aigateway.testing.Operation;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Calls that meet one fault after another, chosen at random, end as README's tables promise, alike
 * in all styles. {@code -Dmodel.seed} makes other choices, {@code -Dmodel.sequences} more or fewer.
 */
class RandomFaultsTest {

  private static final long SEED = Long.getLong("model.seed", 20_260_101L);
  private static final int SEQUENCES = Integer.getInteger("model.sequences", 1_000);
  private static final int LONGEST = 5;
  private static final List<Operation> OPERATIONS = List.of(Operation.values());

  private final Random random = new Random(SEED);

  /** All that need no time and no connection from before. */
  private final List<FaultCase> faults =
      FaultMatrix.cases()
          .filter(row -> row.start() == Start.FRESH || row.start() == Start.REFUSED)
          .filter(row -> !row.name().equals("100 MB of text"))
          .toList();

  /** Those of them after which some operation goes on. */
  private final List<FaultCase> passing =
      faults.stream()
          .filter(row -> row.end() != End.VALUE && Promises.isRepeated(row.retries(), false))
          .toList();

  private final FakeAiGateway fake = FakeAiGateway.start();
  private final JsonObject existing = JsonParser.parseString(EveryCall.GATEWAY).getAsJsonObject();

  /** What the call meets, and how much of that it has met. */
  private volatile List<FaultCase> sequence = List.of();

  private final AtomicInteger met = new AtomicInteger();

  private final OkHttpClient http =
      new OkHttpClient.Builder()
          .dns(host -> List.of(InetAddress.getByName(isRefused() ? "127.0.0.2" : "127.0.0.1")))
          .build();
  private final AiGatewayClient client =
      AiGatewayClient.builder()
          .httpClient(http)
          .apiToken(fake.apiToken())
          .accountId(fake.accountId())
          .baseUrl("http://localhost:" + fake.port() + "/client/v4")
          .timing(new NoWaiting())
          .build();

  @AfterEach
  void stop() {
    client.close();
    http.dispatcher().executorService().shutdown();
    http.connectionPool().evictAll();
    fake.close();
  }

  @Test
  void everySequenceEndsAsTheTablesPromise() throws Exception {
    Map<End, Integer> ends = new EnumMap<>(End.class);
    for (int i = 0; i < SEQUENCES; i++) {
      Operation operation = OPERATIONS.get(random.nextInt(OPERATIONS.size()));
      int maxRetries = random.nextInt(LONGEST);
      List<FaultCase> chosen = choose();
      Expected expected = PromisedEnd.of(chosen, operation, maxRetries);
      ends.merge(expected.end(), 1, Integer::sum);
      for (Style style : Style.values()) {
        Ended ended = meet(chosen, operation, maxRetries, style);
        String call = operation + ", " + style + ", " + maxRetries + " retries, " + chosen;
        assertEquals(
            "",
            expected.differs(ended, fake.requestCount()),
            () -> "-Dmodel.seed=" + SEED + ": " + call + ": " + ended);
      }
    }
    assertTrue(SEQUENCES < 1_000 || ends.size() >= 10, () -> "too few ends: " + ends);
  }

  private List<FaultCase> choose() {
    List<FaultCase> chosen = new ArrayList<>();
    for (int left = random.nextInt(LONGEST + 1); left > 0; left--) {
      List<FaultCase> among = random.nextInt(4) == 0 ? faults : passing;
      chosen.add(among.get(random.nextInt(among.size())));
    }
    return chosen;
  }

  private Ended meet(List<FaultCase> chosen, Operation operation, int maxRetries, Style style)
      throws Exception {
    fake.reset();
    fake.put(fake.accountId(), existing);
    http.connectionPool().evictAll();
    met.set(0);
    sequence = chosen;
    fake.failEach(request -> next(operation));
    RequestOptions options = RequestOptions.builder().maxRetries(maxRetries).build();
    return Ended.of(() -> style.call(operation, client.gateways().with(options)));
  }

  /** A fault also ends the connection: each attempt looks the host up again. */
  private Optional<Fault> next(Operation operation) {
    int number = met.getAndIncrement();
    if (number >= sequence.size()) {
      return Optional.empty();
    }
    fake.put(fake.accountId(), existing); // as if an earlier fault had not changed it
    return Optional.of(sequence.get(number).fault().apply(operation).header("Connection", "close"));
  }

  private boolean isRefused() {
    int number = met.get();
    return number < sequence.size()
        && sequence.get(number).start() == Start.REFUSED
        && met.compareAndSet(number, number + 1);
  }
}
