package io.github.aigateway;

import static io.github.aigateway.Await.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;
import okio.ForwardingSource;
import okio.Okio;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The body of an interceptor's response throws, whatever it is asked: every call ends. */
class BodyThrowsTest extends OverCallersClient {

  private static final int[] STATUSES = {200, 204, 400, 503};

  /** Where it throws. */
  enum Place {
    TYPE,
    LENGTH,
    SOURCE,
    READ,
    CLOSE
  }

  @AfterEach
  void nothingIsThrownOnTheDispatchersThreads() {
    assertEquals(List.of(), uncaught);
  }

  @ParameterizedTest
  @EnumSource
  void anExceptionIsThatOfTheCallersClient(Style style) {
    IllegalStateException thrown = new IllegalStateException("no body");
    for (Place place : Place.values()) {
      for (int status : STATUSES) {
        if (place != Place.READ || status != 204) {
          end(intercepted(responding(status, place, thrown)), EveryCall.GET, style)
              .assertThrownByClient(thrown, false);
        }
      }
    }
  }

  /** Retrofit tells nobody of those of the machine: a library in two versions can cause one. */
  @ParameterizedTest
  @EnumSource
  void anErrorEndsTheCall(Style style) {
    for (Error thrown : List.of(new AssertionError("no body"), new NoSuchMethodError("no body"))) {
      for (Place place : Place.values()) {
        for (int status : STATUSES) {
          if (place != Place.READ || status != 204) {
            assertSame(
                thrown,
                assertThrows(
                    Error.class,
                    () -> callDirectly(style, responding(status, place, thrown)),
                    place + " " + status));
          }
        }
      }
    }
  }

  @Test
  void aResponseThatComesTooLateIsClosedInSilence() throws InterruptedException {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch late = new CountDownLatch(1);
    CountDownLatch closed = new CountDownLatch(1);
    Interceptor inner = responding(200, Place.CLOSE, new IllegalStateException("no body"));
    OkHttpClient callers =
        intercepted(
                chain -> {
                  asked.countDown();
                  awaitUninterruptibly(late);
                  closed.countDown();
                  return inner.intercept(chain);
                })
            .build();
    try (AiGatewayClient client = builder().httpClient(callers).build()) {
      CompletableFuture<?> future = client.gateways().async().get(Calls.ID);
      asked.await();
      future.cancel(true);
      late.countDown();
      closed.await();
      await(() -> callers.dispatcher().runningCallsCount() == 0);
    }
  }

  private static void awaitUninterruptibly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private void callDirectly(Style style, Interceptor interceptor) {
    try (AiGatewayClient client = builder().httpClient(intercepted(interceptor).build()).build()) {
      style.call(Calls.GET, client.gateways());
    }
  }

  private static Interceptor responding(int status, Place place, Throwable thrown) {
    return chain ->
        OverCallersClient.success(chain.request())
            .newBuilder()
            .code(status)
            // Of JSON, the type would not be asked.
            .removeHeader("Content-Type")
            .body(new Body(place, thrown))
            .build();
  }

  /** A body that throws in one place. */
  private static final class Body extends ResponseBody {
    private final Place place;
    private final Throwable thrown;
    private final BufferedSource source;

    Body(Place place, Throwable thrown) {
      this.place = place;
      this.thrown = thrown;
      this.source =
          Okio.buffer(
              new ForwardingSource(new Buffer().writeUtf8(EveryCall.success("GET", "/existing"))) {
                @Override
                public long read(Buffer sink, long byteCount) throws IOException {
                  at(Place.READ);
                  return super.read(sink, byteCount);
                }

                @Override
                public void close() {
                  at(Place.CLOSE);
                }
              });
    }

    private void at(Place here) {
      if (here != place) {
        return;
      }
      if (thrown instanceof Error error) {
        throw error;
      }
      throw (RuntimeException) thrown;
    }

    @Override
    public MediaType contentType() {
      at(Place.TYPE);
      return MediaType.get("application/json");
    }

    @Override
    public long contentLength() {
      at(Place.LENGTH);
      return -1;
    }

    @Override
    public BufferedSource source() {
      at(Place.SOURCE);
      return source;
    }
  }
}
