package io.github.aigateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aigateway.internal.http.Credentials;
import io.github.aigateway.model.CreateGatewayRequest;
import io.github.aigateway.model.GatewayResponse;
import io.github.aigateway.testing.Fault;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import okhttp3.RequestBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import retrofit2.Call;
import retrofit2.Response;

/** The bare generated interface. */
class ApiTest extends AgainstFake {

  @Test
  void aRequestIsSentOnceAtMost() {
    Call<GatewayResponse> call =
        client
            .api()
            .createGateway(fake.accountId(), CreateGatewayRequest.withDefaults().id("a").build());
    RequestBody body = call.request().body();
    assertNotNull(body);
    assertTrue(body.isOneShot());
    assertEquals("application/json; charset=utf-8", String.valueOf(body.contentType()));
  }

  @Test
  void aCallIsAuthenticatedAndTheEnvelopeNotOpened() throws IOException {
    assertEquals(Calls.ID, assertNotNullBody(got()).getResult().getId());
    assertEquals("Bearer " + fake.apiToken(), fake.requests().get(0).header("Authorization"));
    fake.failNext(
        Fault.body(200, "{\"success\": false, \"errors\": [], \"result\": {\"id\": \"a\"}}"));
    assertFalse(assertNotNullBody(got()).getSuccess());
  }

  @ParameterizedTest
  @CsvSource({
    "200, 9", "400, ''", "408, ''", "408, 0", "429, 0", "500, ''", "503, ''", "503, 0", "503, 7"
  })
  void aResponseIsAsItCameAndTheRequestNotRepeated(int status, String retryAfter)
      throws IOException {
    Fault fault = Fault.body(status, "{}");
    fake.fail(retryAfter.isEmpty() ? fault : fault.header("Retry-After", retryAfter));
    Response<GatewayResponse> response = got();
    assertEquals(status, response.code());
    assertEquals(1, fake.requestCount());
    assertEquals(retryAfter.isEmpty() ? null : retryAfter, response.headers().get("Retry-After"));
    assertFalse(response.headers().names().toString().contains("Hidden"));
    assertFalse(Credentials.areIn(response.raw().request()));
  }

  @Test
  void argumentsAreNotCheckedAndFailuresAreNotTyped() throws IOException {
    client.api().getGateway(fake.accountId(), "a".repeat(65)).execute();
    assertEquals(1, fake.requestCount());
    for (Fault fault :
        List.of(Fault.htmlPage(200), Fault.truncatedJson(), Fault.resetDuringResponse())) {
      fake.failNext(fault);
      Exception failure = assertThrows(Exception.class, this::got);
      assertFalse(failure instanceof AiGatewayException, failure::toString);
    }
  }

  @Test
  void ofALongErrorTheHeadCanBeRead() throws IOException {
    fake.fail(Fault.body(400, "text/plain", new byte[100_000]));
    int[] lengths = {
      Objects.requireNonNull(got().errorBody()).bytes().length,
      Objects.requireNonNull(got().errorBody()).string().length()
    };
    for (int length : lengths) {
      assertTrue(length >= 8 * 1024 && length < 2 * 8 * 1024, () -> length + " bytes");
    }
  }

  @Test
  void aKeptConnectionThatDiedIsReplacedByOkHttpButNotForACreate() throws IOException {
    got();
    fake.failNext(Fault.disconnectBeforeResponse());
    got();
    fake.clearRequests();
    fake.fail(Fault.disconnectBeforeResponse());
    Call<GatewayResponse> create =
        client
            .api()
            .createGateway(fake.accountId(), CreateGatewayRequest.withDefaults().id("new").build());
    IOException broken = assertThrows(IOException.class, create::execute);
    assertTrue(String.valueOf(broken.getMessage()).contains("unexpected end of stream"));
    assertEquals(1, fake.requestCount());
  }

  private Response<GatewayResponse> got() throws IOException {
    return client.api().getGateway(fake.accountId(), Calls.ID).execute();
  }

  private static GatewayResponse assertNotNullBody(Response<GatewayResponse> response) {
    GatewayResponse body = response.body();
    assertNotNull(body);
    return body;
  }
}
