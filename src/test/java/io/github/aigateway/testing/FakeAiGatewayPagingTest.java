package io.github.aigateway.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.google.gson.JsonObject;
import io.github.aigateway.testing.FakeAiGatewayCaller.Reply;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FakeAiGatewayPagingTest {
  private final FakeAiGateway fake = FakeAiGateway.start();
  private final FakeAiGatewayCaller api = new FakeAiGatewayCaller(fake);

  @BeforeEach
  void seed() {
    for (int i = 1; i <= 45; i++) {
      fake.put(fake.accountId(), FakeAiGatewayCaller.gateway("gateway-" + i));
    }
  }

  @AfterEach
  void close() {
    api.close();
    fake.close();
  }

  @ParameterizedTest
  @CsvSource({
    "'', 20, 1, 20, 45, 3, gateway-1",
    "?page=3, 5, 3, 20, 45, 3, gateway-41",
    "?page=2&per_page=40, 5, 2, 40, 45, 2, gateway-41",
    "?per_page=100, 45, 1, 100, 45, 1, gateway-1",
    "?search=way-4, 7, 1, 20, 7, 1, gateway-4"
  })
  void aPageHoldsItsGatewaysAndSaysHowManyThereAre(
      String query, int count, int page, int perPage, int total, int pages, String first)
      throws IOException {
    Reply reply = api.list(query);

    JsonObject info = reply.json().getAsJsonObject("result_info");
    assertEquals(
        "{\"count\":%d,\"page\":%d,\"per_page\":%d,\"total_count\":%d,\"total_pages\":%d}"
            .formatted(count, page, perPage, total, pages),
        info.toString());
    assertEquals(count, reply.result().getAsJsonArray().size());
    JsonObject gateway = reply.result().getAsJsonArray().get(0).getAsJsonObject();
    assertEquals(first, gateway.get("id").getAsString());
  }

  @Test
  void aPageBeyondTheEndIsEmpty() throws IOException {
    assertEquals("[]", api.list("?page=4").result().toString());
    assertEquals("[]", api.list("?search=none").result().toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"page=0", "page=x", "page=", "page=1.5", "per_page=0", "per_page=101", "page=-1"})
  void aBadPageIs400InTheListsOwnShape(String query) throws IOException {
    Reply reply = api.list("?" + query);

    assertEquals(400, reply.status());
    assertEquals("{}", reply.result().toString());
    assertFalse(reply.error().has("code"));
    assertFalse(reply.message().isEmpty());
  }
}
