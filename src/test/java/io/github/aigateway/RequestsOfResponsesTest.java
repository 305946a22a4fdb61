package io.github.aigateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.aigateway.internal.http.Credentials;
import io.github.aigateway.model.GatewayResponse;
import io.github.aigateway.testing.Fault;
import java.io.File;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import okhttp3.Cache;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The requests that a response carries have no credentials, whichever way it came. */
@Tag("quick")
class RequestsOfResponsesTest extends AgainstFake {

  private final List<Response> seen = new CopyOnWriteArrayList<>();

  @Test
  void aRequestThatACallersAuthenticatorRepeated() throws Exception {
    OkHttpClient callers =
        observed()
            .authenticator(
                (route, response) -> response.priorResponse() == null ? response.request() : null)
            .build();
    fake.failNext(Fault.status(401));

    Response raw = fetched(callers, 1);

    assertEquals(401, Objects.requireNonNull(raw.priorResponse()).code());
    assertEquals(2, fake.requestCount());
    assertNoCredentials();
  }

  @Test
  void aRequestThatACallersCacheRespondedTo(@TempDir File directory) throws Exception {
    OkHttpClient callers = observed().cache(new Cache(directory, 1 << 20)).build();
    fake.fail(
        Fault.body(200, "{\"success\":true,\"result\":{\"id\":\"a\"}}")
            .header("Cache-Control", "max-age=60")
            .header("Vary", "Authorization"));

    Response raw = fetched(callers, 2);

    assertEquals(200, Objects.requireNonNull(raw.cacheResponse()).code());
    assertEquals(1, fake.requestCount());
    assertNoCredentials();
  }

  private OkHttpClient.Builder observed() {
    return new OkHttpClient.Builder()
        .addInterceptor(
            chain -> {
              Response response = chain.proceed(chain.request());
              seen.add(response);
              return response;
            });
  }

  private Response fetched(OkHttpClient callers, int times) throws Exception {
    try (AiGatewayClient extended = builder().httpClient(callers).build()) {
      retrofit2.Response<GatewayResponse> response = null;
      for (int i = 0; i < times; i++) {
        response = extended.api().getGateway(fake.accountId(), Calls.ID).execute();
      }
      seen.add(Objects.requireNonNull(response).raw());
      return response.raw();
    }
  }

  private void assertNoCredentials() {
    seen.forEach(this::assertNoCredentials);
  }

  private void assertNoCredentials(Response response) {
    assertFalse(Credentials.areIn(response.request()), response::toString);
    for (Response inner :
        new Response[] {
          response.networkResponse(), response.cacheResponse(), response.priorResponse()
        }) {
      if (inner != null) {
        assertNoCredentials(inner);
      }
    }
  }
}
