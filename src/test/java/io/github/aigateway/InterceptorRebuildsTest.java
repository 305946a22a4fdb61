package io.github.aigateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aigateway.FaultCase.End;
import io.github.aigateway.testing.Fault;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Optional;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A caller's interceptor that builds its requests anew loses nothing but their tags. */
class InterceptorRebuildsTest extends OverCallersClient {

  @ParameterizedTest
  @EnumSource
  void aValueIsTheSame(Style style) {
    for (EveryCall call : EveryCall.values()) {
      end(rebuilding(), call, style).assertValue();
      assertEquals(call.requests(), fake.requestCount());
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatIsLostIsRepeatedButForACreate(Style style) {
    assertRepeated(End.LOST, Fault.resetBeforeResponse(), style);
    assertRepeated(End.LOST, Fault.truncatedBody(), style);
    assertRepeated(End.SERVER, Fault.status(502), style);
  }

  private void assertRepeated(End end, Fault fault, Style style) {
    fake.fail(fault);
    for (EveryCall call : EveryCall.ofOneRequest()) {
      int attempts = call == EveryCall.CREATE ? 1 : 3;
      end(rebuilding(), call, style).assertFailed(end, attempts, call.changes());
      assertEquals(attempts, fake.requestCount());
    }
    fake.clearFaults();
  }

  @ParameterizedTest
  @EnumSource
  void whatTheApiSaysIsHeard(Style style) {
    assertEquals(
        Optional.empty(),
        Ended.of(() -> found("missing", style)).value(),
        "code 7002 is read from the body");
    for (EveryCall call : EveryCall.ofOneRequest()) {
      fake.fail(Fault.status(400, 7005, "wrong"));
      Ended ended = end(rebuilding(), call, style);
      ended.assertFailed(End.BAD_REQUEST, 1, false);
      ApiException error = assertInstanceOf(ApiException.class, ended.error());
      assertEquals(7005L, error.errors().get(0).code());
      assertTrue(error.rawBody().contains("7005"));
      fake.clearFaults();
      fake.fail(Fault.htmlPage(200));
      end(rebuilding(), call, style).assertFailed(End.INVALID, 1, call.changes());
      fake.clearFaults();
    }
  }

  @ParameterizedTest
  @EnumSource
  void noTokenIsInAMessageOrACause(Style style) {
    for (Echo echo : Echo.values()) {
      for (EveryCall call : EveryCall.ofOneRequest()) {
        fake.fail(Fault.body(echo.status, echo.body.formatted(fake.apiToken())));
        AiGatewayException failure = end(rebuilding(), call, style).failure();
        StringWriter printed = new StringWriter();
        failure.printStackTrace(new PrintWriter(printed, true));
        assertFalse(printed.toString().contains(fake.apiToken()), () -> echo + ": " + printed);
        assertFalse(rawBody(failure).contains(fake.apiToken()), echo::toString);
        fake.clearFaults();
      }
    }
  }

  private static String rawBody(AiGatewayException failure) {
    if (failure instanceof ApiException error) {
      return error.rawBody();
    }
    return assertInstanceOf(InvalidResponseException.class, failure).rawBody();
  }

  private Object found(String id, Style style) {
    try (AiGatewayClient client = builder().httpClient(rebuilding().build()).build()) {
      Gateways gateways = client.gateways();
      return style.call(
          () -> gateways.find(id), () -> gateways.tryFind(id), () -> gateways.async().find(id));
    }
  }

  private OkHttpClient.Builder rebuilding() {
    return intercepted(chain -> chain.proceed(rebuilt(chain.request())));
  }

  static Request rebuilt(Request request) {
    return new Request.Builder()
        .url(request.url())
        .headers(request.headers())
        .method(request.method(), request.body())
        .build();
  }
}
