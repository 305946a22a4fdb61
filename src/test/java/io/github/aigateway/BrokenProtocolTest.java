package io.github.aigateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.github.aigateway.FaultCase.End;
import io.github.aigateway.testing.Fault;
import io.github.aigateway.testing.ReceivedRequest;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no HTTP at all is a failure of its own, repeated as a lost connection is. */
class BrokenProtocolTest extends OverCallersClient {

  private static final String EARLY_HINTS = "HTTP/1.1 103 Early Hints\r\n\r\n";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 -20 x\r\n\r\n",
        "SSH-2.0-x\r\n",
        "HTTP/1.1 2x0 OK\r\n\r\n",
        "HTTP/9.1 200 OK\r\n\r\n",
        "HTTP/1.1 204 No Content\r\nContent-Length: 5\r\n\r\nhello",
        "HTTP/1.1 205 Reset Content\r\nContent-Length: 5\r\n\r\nhello"
      })
  void itIsRepeatedAsALostConnectionIs(String response) {
    fake.fail(raw(response));
    for (Style style : Style.values()) {
      for (EveryCall call : EveryCall.ofOneRequest()) {
        assertBroken(call, style);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void twoEarlyHintsBreakItOnOkHttp4(Style style) {
    fake.failEach(request -> Optional.of(raw(EARLY_HINTS + EARLY_HINTS + success(request))));
    for (EveryCall call : EveryCall.ofOneRequest()) {
      if (OkHttpGeneration.isFour()) {
        assertBroken(call, style);
      } else {
        end(callers(), call, style).assertValue();
        assertEquals(1, fake.requestCount());
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void brokenHeaderLinesArePassedOver(Style style) {
    fake.failEach(
        request ->
            Optional.of(
                raw(
                    success(request)
                        .replaceFirst(
                            "\r\n",
                            "\r\nno colon\r\n: no name\r\n\tfolded\r\nX-\u0001: \u0001\r\n"))));
    for (EveryCall call : EveryCall.ofOneRequest()) {
      end(callers(), call, style).assertValue();
    }
  }

  @ParameterizedTest
  @EnumSource
  void theRefusalOfAProxyIsThatOfTheApiIfThereIsNoProxy(Style style) {
    fake.fail(Fault.status(407));
    for (EveryCall call : EveryCall.ofOneRequest()) {
      Ended ended = end(callers(), call, style);
      ended.assertFailed(End.API, 1, false);
      ApiException error = assertInstanceOf(ApiException.class, ended.error());
      assertEquals(407, error.status());
      assertEquals(1, error.errors().size());
      assertEquals(1, fake.requestCount());
    }
  }

  private void assertBroken(EveryCall call, Style style) {
    int attempts = call == EveryCall.CREATE ? 1 : 3;
    end(callers(), call, style).assertFailed(End.PROTOCOL, attempts, call.changes());
    assertEquals(attempts, fake.requestCount());
  }

  private static String success(ReceivedRequest request) {
    String json = EveryCall.success(request.method(), request.path());
    return "HTTP/1.1 200 OK\r\nContent-Length: " + json.length() + "\r\n\r\n" + json;
  }

  private static Fault raw(String response) {
    return Fault.raw(response.getBytes(StandardCharsets.ISO_8859_1));
  }
}
