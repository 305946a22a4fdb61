package io.github.aigateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The body of an interceptor's response throws when its type is asked: every call ends. */
class ContentTypeThrowsTest extends OverCallersClient {

  private static final int[] STATUSES = {200, 204, 404, 503};

  @AfterEach
  void nothingIsThrownOnTheDispatchersThreads() {
    assertEquals(List.of(), uncaught);
  }

  @ParameterizedTest
  @EnumSource
  void anExceptionIsThatOfTheCallersClient(Style style) {
    IllegalStateException thrown = new IllegalStateException("no type");
    for (int status : STATUSES) {
      end(intercepted(responding(status, thrown)), EveryCall.GET, style)
          .assertThrownByClient(thrown, false);
    }
  }

  /** Retrofit tells nobody of these: a library in two versions is enough to make one. */
  @ParameterizedTest
  @EnumSource
  void anErrorOfTheMachineEndsTheCall(Style style) {
    NoSuchMethodError thrown = new NoSuchMethodError("no type");
    for (int status : STATUSES) {
      try (AiGatewayClient client =
          builder().httpClient(intercepted(responding(status, thrown)).build()).build()) {
        assertSame(
            thrown,
            assertThrows(NoSuchMethodError.class, () -> style.call(Calls.GET, client.gateways())));
      }
    }
  }

  private static Interceptor responding(int status, Throwable thrown) {
    return chain ->
        OverCallersClient.success(chain.request())
            .newBuilder()
            .code(status)
            .removeHeader("Content-Type")
            .body(new Untyped(thrown))
            .build();
  }

  private static final class Untyped extends ResponseBody {
    private final Throwable thrown;

    Untyped(Throwable thrown) {
      this.thrown = thrown;
    }

    @Override
    public MediaType contentType() {
      Part.<RuntimeException>sneak(thrown);
      return MediaType.get("text/plain");
    }

    @Override
    public long contentLength() {
      return 0;
    }

    @Override
    public BufferedSource source() {
      return new Buffer();
    }
  }
}
