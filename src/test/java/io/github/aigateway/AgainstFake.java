package io.github.aigateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.gson.JsonParser;
import io.github.aigateway.model.CreateGatewayRequest;
import io.github.aigateway.testing.FakeAiGateway;
import org.junit.jupiter.api.AfterEach;

/** A client of a fake that holds one gateway; waits take no time. */
abstract class AgainstFake {

  final FakeAiGateway fake = FakeAiGateway.start();
  final ManualTiming time = new ManualTiming();
  final AiGatewayClient client = builder().build();
  final Gateways gateways = client.gateways();

  AgainstFake() {
    put(Calls.ID);
  }

  @AfterEach
  void closeClientAndFake() {
    client.close();
    fake.close();
  }

  /** A builder of clients of the fake, which sees no variable of this machine. */
  AiGatewayClientBuilder builder() {
    return AiGatewayClient.builder()
        .apiToken(fake.apiToken())
        .accountId(fake.accountId())
        .baseUrl(fake.baseUrl())
        .timing(time)
        .environment(name -> null);
  }

  final void put(String id) {
    String json = CreateGatewayRequest.withDefaults().id(id).build().toJson();
    fake.put(fake.accountId(), JsonParser.parseString(json).getAsJsonObject());
  }

  <E extends AiGatewayException> E failure(Class<E> type, Style style, Calls operation) {
    return assertThrows(type, () -> style.call(operation, gateways));
  }

  final ApiException assertAttempts(int attempts, Style style, Calls operation) {
    fake.clearRequests();
    ApiException error = failure(ApiException.class, style, operation);
    assertEquals(attempts, fake.requestCount(), operation::toString);
    assertEquals(attempts, error.attempts());
    return error;
  }
}
