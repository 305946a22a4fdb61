package io.github.aigateway;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.aigateway.testing.Fault;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import retrofit2.Invocation;

/** A caller's metrics and traces can name the operation: Retrofit's tag is on each request. */
class OperationOfRequestsTest extends OverCallersClient {

  private final List<String> application = new CopyOnWriteArrayList<>();
  private final List<String> network = new CopyOnWriteArrayList<>();
  private final List<String> events = new CopyOnWriteArrayList<>();

  @ParameterizedTest
  @EnumSource
  void interceptorsAndListenersSeeItAtEachAttempt(Style style) {
    OkHttpClient http =
        intercepted(noting(application))
            .addNetworkInterceptor(noting(network))
            .eventListener(
                new EventListener() {
                  @Override
                  public void callStart(Call call) {
                    events.add(operation(call.request()));
                  }
                })
            .build();
    try (AiGatewayClient observed = builder().httpClient(http).build()) {
      for (Calls call : Calls.values()) {
        put(Calls.ID);
        fake.failNext(Fault.status(429));
        style.call(call, observed.gateways());
        List<String> twice = List.of(call.operationId(), call.operationId());
        assertEquals(List.of(twice, twice, twice), List.of(application, network, events));
        List.of(application, network, events).forEach(List::clear);
      }
    }
    http.connectionPool().evictAll();
  }

  private static Interceptor noting(List<String> operations) {
    return chain -> {
      operations.add(operation(chain.request()));
      return chain.proceed(chain.request());
    };
  }

  private static String operation(Request request) {
    Invocation invocation = request.tag(Invocation.class);
    return invocation == null ? "none" : invocation.method().getName();
  }
}
