package shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.launchdarkly.eventsource.ConnectStrategy;
import com.launchdarkly.eventsource.EventSource;
import io.github.aigateway.AiGatewayClient;
import io.github.aigateway.model.CreateGatewayRequest;
import io.github.aigateway.testing.FakeAiGateway;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.MockWebServer;
import okhttp3.mockwebserver.RecordedRequest;
import org.junit.jupiter.api.Test;

/** Another library and this one, over the same HTTP client. */
class OneOkHttpTest {

  @Test
  void bothLibrariesCallThroughTheOneOkHttp() throws Exception {
    List<String> paths = new ArrayList<>();
    OkHttpClient http =
        new OkHttpClient.Builder()
            .addInterceptor(
                chain -> {
                  paths.add(chain.request().url().encodedPath());
                  return chain.proceed(chain.request());
                })
            .build();
    try (FakeAiGateway fake = FakeAiGateway.start();
        MockWebServer events = new MockWebServer()) {
      try (AiGatewayClient client =
          AiGatewayClient.builder()
              .httpClient(http)
              .apiToken(fake.apiToken())
              .accountId(fake.accountId())
              .baseUrl(fake.baseUrl())
              .build()) {
        client.gateways().create(CreateGatewayRequest.withDefaults().id("shared").build());
        assertEquals(
            60, client.gateways().edit("shared", update -> update.cacheTtl(60)).getCacheTtl());
        assertEquals("shared", client.gateways().async().delete("shared").join().getId());
      }

      events.enqueue(
          new MockResponse()
              .setHeader("Content-Type", "text/event-stream")
              .setBody("data: news\n\n"));
      try (EventSource source =
          new EventSource.Builder(
                  ConnectStrategy.http(events.url("/events").uri()).httpClient(http))
              .build()) {
        assertEquals("news", source.readMessage().getData());
      }
      RecordedRequest received = events.takeRequest(10, TimeUnit.SECONDS);
      assertEquals(
          "okhttp/" + System.getProperty("version.okhttp"), received.getHeader("User-Agent"));
      assertEquals(5, paths.size());
      assertTrue(paths.get(0).endsWith("/ai-gateway/gateways"), paths.get(0));
      assertEquals("/events", paths.get(4));
    } finally {
      http.dispatcher().executorService().shutdown();
      http.connectionPool().evictAll();
    }
  }
}
