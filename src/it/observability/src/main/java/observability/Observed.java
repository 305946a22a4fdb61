package observability;

import io.github.aigateway.Gateways;
import io.github.aigateway.RequestOptions;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.binder.okhttp3.OkHttpMetricsEventListener;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.instrumentation.okhttp.v3_0.OkHttpTelemetry;
import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import retrofit2.Invocation;

/** An OkHttpClient that measures and traces each attempt of a call. */
final class Observed {

  // [metrics]
  /** Times each attempt, by operation and status. */
  static OkHttpClient.Builder measured(OkHttpClient.Builder http, MeterRegistry registry) {
    return http.eventListener(
        OkHttpMetricsEventListener.builder(registry, "ai.gateway.attempts")
            .tag((request, response) -> Tag.of("operation", operation(request)))
            .includeHostTag(false)
            .build());
  }

  /** The operation's name in the OpenAPI document, such as {@code getGateway}. */
  static String operation(Request request) {
    Invocation invocation = request.tag(Invocation.class);
    return invocation == null ? "unknown" : invocation.method().getName();
  }

  // [/metrics]

  // [traces]
  /** Makes a span of each attempt, named after the operation. */
  static OkHttpClient traced(OkHttpClient.Builder http, OpenTelemetry telemetry) {
    BuilderWithSpans spans = new BuilderWithSpans(http);
    OkHttpTelemetry.builder(telemetry)
        .setSpanNameExtractorCustomizer(usual -> chain -> operation(chain.request()))
        .build()
        .createCallFactory(spans);
    spans.builder.interceptors().add(0, Observed::withinSpanOfHeaders);
    return spans.builder.build();
  }

  /** OpenTelemetry adds its interceptors to the builder of a client, and does not show it. */
  private static final class BuilderWithSpans extends OkHttpClient {
    private Builder builder;

    BuilderWithSpans(Builder http) {
      super(http);
    }

    @Override
    public Builder newBuilder() {
      return builder = super.newBuilder();
    }
  }

  // [/traces]

  // [parent]
  /** The same operations within the current span, whatever thread makes an attempt. */
  static Gateways withinCurrentSpan(Gateways gateways) {
    RequestOptions.Builder options = RequestOptions.builder();
    HEADERS.inject(Context.current(), options, (to, name, value) -> to.header(name, value));
    return gateways.with(options.build());
  }

  /** Makes the span that a request's headers name the current one. */
  private static Response withinSpanOfHeaders(Interceptor.Chain chain) throws IOException {
    Request request = chain.request();
    try (Scope scope = HEADERS.extract(Context.current(), request, READ).makeCurrent()) {
      return chain.proceed(request);
    }
  }

  private static final TextMapPropagator HEADERS = W3CTraceContextPropagator.getInstance();
  private static final TextMapGetter<Request> READ =
      new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(Request request) {
          return request.headers().names();
        }

        @Override
        public String get(Request request, String name) {
          return request.header(name);
        }
      };
  // [/parent]
}
