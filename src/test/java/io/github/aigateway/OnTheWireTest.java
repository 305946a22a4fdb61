package io.github.aigateway;

import static io.github.aigateway.Messages.assertSays;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aigateway.internal.http.Credentials;
import io.github.aigateway.model.CreateGatewayRequest;
import io.github.aigateway.model.GatewayResponse;
import io.github.aigateway.testing.Fault;
import io.github.aigateway.testing.ReceivedRequest;
import java.io.IOException;
import java.util.List;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.RequestBody;
import okhttp3.ResponseBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import retrofit2.Call;

/** What is sent, what is read of an answer, and which sockets carry both. */
class OnTheWireTest extends AgainstFake {

  @Test
  void aRequestSaysWhoSendsItAndIsSentOnceAtMost() {
    Call<GatewayResponse> call =
        client
            .api()
            .createGateway(fake.accountId(), CreateGatewayRequest.withDefaults().id("a").build());
    RequestBody body = call.request().body();
    assertNotNull(body);
    assertTrue(body.isOneShot());
    assertEquals("application/json; charset=utf-8", String.valueOf(body.contentType()));
    gateways.create(CreateGatewayRequest.withDefaults().id("new").build());
    ReceivedRequest received = fake.requests().get(0);
    assertEquals("Bearer " + fake.apiToken(), received.header("Authorization"));
    assertEquals("application/json", received.header("Accept"));
    assertTrue(
        String.valueOf(received.header("User-Agent")).startsWith("cloudflare-ai-gateway-java/"));
    assertEquals("application/json; charset=utf-8", received.header("Content-Type"));
  }

  @ParameterizedTest
  @CsvSource({"408, ''", "408, 0", "503, ''", "503, 0", "503, 7", "429, 0", "200, 9"})
  void aBareCallGetsTheAnswerAsItCame(int status, String retryAfter) throws IOException {
    Fault fault = Fault.body(status, "{}");
    fake.fail(retryAfter.isEmpty() ? fault : fault.header("Retry-After", retryAfter));
    retrofit2.Response<GatewayResponse> answer =
        client.api().getGateway(fake.accountId(), Calls.ID).execute();
    assertEquals(status, answer.code());
    assertEquals(1, fake.requestCount());
    assertEquals(retryAfter.isEmpty() ? null : retryAfter, answer.headers().get("Retry-After"));
    assertFalse(answer.headers().names().toString().contains("Hidden"));
    assertFalse(Credentials.areIn(answer.raw().request()));
  }

  @Test
  void anAnswerHasAsManyBytesAsAreAcceptedAndNoMore() {
    String body = "{\"success\": true, \"result\": {\"id\": \"a\"}}";
    fake.fail(Fault.body(200, body));
    try (AiGatewayClient enough = builder().maxResponseBytes(body.length()).build();
        AiGatewayClient less = builder().maxResponseBytes(body.length() - 1).build()) {
      assertEquals("a", enough.gateways().get(Calls.ID).getId());
      assertSays(
          "more than " + (body.length() - 1) + " bytes",
          assertThrows(InvalidResponseException.class, () -> less.gateways().get(Calls.ID)));
    }
  }

  @Test
  void ofAnErrorNoMoreIsReadThanIsKept() {
    String page = "x".repeat(100_000);
    fake.fail(Fault.body(400, page));
    try (AiGatewayClient careful = builder().maxResponseBytes(50_000).build()) {
      ApiException error = assertThrows(ApiException.class, () -> careful.gateways().get(Calls.ID));
      assertEquals(page.substring(0, 8 * 1024), error.rawBody());
    }
  }

  @Test
  void ofAnErrorThatABareCallGetsNoMoreIsRead() throws IOException {
    fake.fail(Fault.body(400, "x".repeat(100_000)));
    ResponseBody body = client.api().getGateway(fake.accountId(), Calls.ID).execute().errorBody();
    assertNotNull(body);
    int length = body.string().length();
    assertTrue(length >= 8 * 1024, () -> "" + length);
    assertTrue(length < 2 * 8 * 1024, () -> "" + length);
  }

  @ParameterizedTest
  @CsvSource({"10000, 1024", "32768, 2048"})
  void anAnswerHasNoMoreValuesThanFitItsSize(long maxResponseBytes, int maxValues) {
    try (AiGatewayClient careful = builder().maxResponseBytes(maxResponseBytes).build()) {
      fake.failNext(Fault.body(200, values(maxValues)));
      assertEquals("a", careful.gateways().get(Calls.ID).getId());
      fake.failNext(Fault.body(200, values(maxValues + 1)));
      assertSays(
          "at most " + maxValues + " values",
          assertThrows(InvalidResponseException.class, () -> careful.gateways().get(Calls.ID)));
    }
  }

  @Test
  void aMarkOfTheByteOrderIsPassedOver() {
    fake.failNext(Fault.body(200, "\ufeff{\"success\": true, \"result\": {\"id\": \"a\"}}"));
    assertEquals("a", gateways.get(Calls.ID).getId());
  }

  @Test
  void protocolsOfACallerAreTaken() {
    List<Protocol> own = List.of(Protocol.H2_PRIOR_KNOWLEDGE);
    OkHttpClient callers = new OkHttpClient.Builder().protocols(own).build();
    try (AiGatewayClient extended = builder().httpClient(callers).maxRetries(0).build()) {
      assertThrows(TransportException.class, () -> extended.gateways().list());
    }
  }

  private static String values(int count) {
    return "{\"success\":true,\"result\":{\"id\":\"a\",\"new\":[1" + ",1".repeat(count - 6) + "]}}";
  }
}
