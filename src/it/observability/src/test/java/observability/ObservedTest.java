package observability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.aigateway.AiGatewayClient;
import io.github.aigateway.model.Gateway;
import io.github.aigateway.testing.FakeAiGateway;
import io.github.aigateway.testing.Fault;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.util.List;
import java.util.function.Supplier;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What metrics and traces tell of a 502 that is followed by a 200. */
class ObservedTest {
  private static final AttributeKey<Long> STATUS =
      AttributeKey.longKey("http.response.status_code");

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final InMemorySpanExporter exporter = InMemorySpanExporter.create();
  private final OpenTelemetrySdk telemetry =
      OpenTelemetrySdk.builder()
          .setTracerProvider(
              SdkTracerProvider.builder()
                  .addSpanProcessor(SimpleSpanProcessor.create(exporter))
                  .build())
          .setPropagators(ContextPropagators.create(W3CTraceContextPropagator.getInstance()))
          .build();
  private final FakeAiGateway fake = FakeAiGateway.start();
  private final OkHttpClient http =
      Observed.traced(Observed.measured(new OkHttpClient.Builder(), registry), telemetry);
  private final AiGatewayClient client = fake.clientBuilder().httpClient(http).build();

  @AfterEach
  void close() {
    client.close();
    http.dispatcher().executorService().shutdown();
    http.connectionPool().evictAll();
    fake.close();
    telemetry.close();
  }

  @Test
  void aBlockingCallShowsBothAttempts() {
    assertBothAttemptsOf(() -> client.gateways().get("seen"));
  }

  @Test
  void aFutureShowsBothAttempts() {
    assertBothAttemptsOf(
        () -> Observed.withinCurrentSpan(client.gateways()).async().get("seen").join());
  }

  private void assertBothAttemptsOf(Supplier<Gateway> call) {
    fake.put(Gateway.fromJson("{\"id\":\"seen\"}"));
    fake.failNext(Fault.status(502));
    Span work = telemetry.getTracer("work").spanBuilder("work").startSpan();
    try (Scope scope = work.makeCurrent()) {
      assertEquals("seen", call.get().getId());
    }
    work.end();

    assertEquals(
        List.of("getGateway 200", "getGateway 502"),
        registry.find("ai.gateway.attempts").timers().stream()
            .map(timer -> timer.getId().getTag("operation") + " " + timer.getId().getTag("status"))
            .sorted()
            .toList());
    List<SpanData> spans = exporter.getFinishedSpanItems().subList(0, 2);
    assertEquals(
        List.of("getGateway 502", "getGateway 200"),
        spans.stream()
            .map(span -> span.getName() + " " + span.getAttributes().get(STATUS))
            .toList());
    for (SpanData span : spans) {
      assertEquals(work.getSpanContext().getTraceId(), span.getTraceId());
      assertEquals(work.getSpanContext().getSpanId(), span.getParentSpanId());
    }
    String sent = fake.requests().get(1).header("traceparent");
    assertEquals(spans.get(1).getSpanId(), sent.split("-")[2]);
    String shown = spans + " " + registry.getMeters().stream().map(Meter::getId).toList();
    assertFalse(shown.contains(fake.apiToken()), shown);
  }
}
