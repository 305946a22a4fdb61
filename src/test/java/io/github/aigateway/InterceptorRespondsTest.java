package io.github.aigateway;

import static io.github.aigateway.Messages.assertSays;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.github.aigateway.FaultCase.End;
import io.github.aigateway.testing.Fault;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A caller's interceptor that responds by itself, as a cache, a circuit breaker or a mock does: its
 * response is treated as the API's.
 */
class InterceptorRespondsTest extends OverCallersClient {

  private static final String NO_SUCH_GATEWAY =
      "{\"success\":false,\"errors\":[{\"code\":7002,\"message\":\"not found\"}]}";

  private final AtomicInteger asked = new AtomicInteger();

  @ParameterizedTest
  @EnumSource
  void itsValueIsTheValue(Style style) {
    for (EveryCall call : EveryCall.values()) {
      end(call, style, OverCallersClient::success).assertValue();
      assertEquals(call.requests(), asked.get());
    }
  }

  @ParameterizedTest
  @EnumSource
  void withoutAResultItIsInvalid(Style style) {
    for (EveryCall call : EveryCall.ofOneRequest()) {
      Ended ended = end(call, style, 200, "{\"success\":true}");
      ended.assertFailed(End.INVALID, 1, call.changes());
      assertSays("has no result", ended.failure());
    }
  }

  @ParameterizedTest
  @EnumSource
  void withoutABodyItIsInvalid(Style style) {
    for (EveryCall call : EveryCall.ofOneRequest()) {
      end(call, style, 204, "").assertFailed(End.INVALID, 1, call.changes());
    }
  }

  @ParameterizedTest
  @EnumSource
  void aWebPageIsInvalid(Style style) {
    for (EveryCall call : EveryCall.ofOneRequest()) {
      Ended ended =
          end(call, style, request -> response(request, 200, "text/html", "<html>no</html>"));
      ended.assertFailed(End.INVALID, 1, call.changes());
      assertSays("web page", ended.failure());
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatItSaysIsMissingIsMissing(Style style) {
    for (EveryCall call : EveryCall.ofOneRequest()) {
      Ended ended = end(call, style, 404, NO_SUCH_GATEWAY);
      if (call == EveryCall.FIND) {
        assertEquals(Optional.empty(), ended.value());
      } else {
        ended.assertFailed(End.NOT_FOUND, 1, false);
        ApiException error = assertInstanceOf(ApiException.class, ended.error());
        assertEquals(7002L, error.errors().get(0).code());
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatItRefusesIsRefused(Style style) {
    for (EveryCall call : EveryCall.ofOneRequest()) {
      Ended ended = end(call, style, 200, NO_SUCH_GATEWAY);
      ended.assertFailed(End.API, 1, call.changes());
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatPassesIsRepeatedButACreatePassesItOnce(Style style) {
    for (EveryCall call : EveryCall.ofOneRequest()) {
      int attempts = call == EveryCall.CREATE ? 1 : 3;
      end(call, style, 503, "no").assertFailed(End.SERVER, attempts, call.changes());
      assertEquals(attempts, asked.get());
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatIsTooManyIsRepeated(Style style) {
    for (EveryCall call : EveryCall.ofOneRequest()) {
      end(call, style, 429, "no").assertFailed(End.RATE_LIMIT, 3, false);
      assertEquals(3, asked.get());
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatItSaysInPlaceOfALostResponseDoesNotSettleTheChange(Style style) {
    fake.fail(Fault.responseLost());
    for (EveryCall call : EveryCall.ofOneRequest()) {
      int attempts = call == EveryCall.CREATE ? 1 : 3;
      end(intercepted(inPlaceOfFailures(429)), call, style)
          .assertFailed(End.RATE_LIMIT, attempts, call.changes());
      assertEquals(attempts, fake.requestCount());
      end(intercepted(inPlaceOfFailures(404)), call, style)
          .assertFailed(End.NOT_FOUND, 1, call.changes());
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatItSaysInPlaceOfASuccessDoesNotSettleTheChange(Style style) {
    end(
            intercepted(
                chain -> {
                  proceedAndClose(chain);
                  return response(chain.request(), 429, "no");
                }),
            EveryCall.CREATE,
            style)
        .assertFailed(End.RATE_LIMIT, 1, true);
    assertEquals(1, fake.requestCount());
  }

  @ParameterizedTest
  @EnumSource
  void aWebPageInPlaceOfALostResponseIsInvalid(Style style) {
    fake.fail(Fault.resetBeforeResponse());
    for (EveryCall call : EveryCall.ofOneRequest()) {
      Ended ended = end(intercepted(inPlaceOfFailures(200)), call, style);
      ended.assertFailed(End.INVALID, 1, call.changes());
      assertSays("web page", ended.failure());
      assertEquals(1, fake.requestCount());
    }
  }

  private static Interceptor inPlaceOfFailures(int status) {
    return chain -> {
      try {
        return chain.proceed(chain.request());
      } catch (IOException failed) {
        return response(chain.request(), status, "text/html", "<html>no</html>");
      }
    };
  }

  private Ended end(EveryCall call, Style style, int status, String json) {
    return end(call, style, request -> response(request, status, json));
  }

  private Ended end(EveryCall call, Style style, Function<Request, Response> responder) {
    asked.set(0);
    Interceptor interceptor =
        chain -> {
          asked.incrementAndGet();
          return responder.apply(chain.request());
        };
    Ended ended = end(intercepted(interceptor), call, style);
    assertEquals(0, fake.requestCount());
    return ended;
  }
}
