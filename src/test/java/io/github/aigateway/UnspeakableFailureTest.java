package io.github.aigateway;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.aigateway.FaultCase.End;
import java.io.IOException;
import java.util.List;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A caller's code throws what fails when it is asked for its message or its cause. */
class UnspeakableFailureTest extends OverCallersClient {

  @AfterEach
  void nothingIsThrownOnTheDispatchersThreads() {
    assertEquals(List.of(), uncaught);
  }

  @ParameterizedTest
  @EnumSource
  void fromAnInterceptor(Style style) {
    for (Trap trap : Trap.values()) {
      Interceptor throwing =
          chain -> {
            throw new Unchecked(trap);
          };
      end(intercepted(throwing), EveryCall.UPDATE, style).assertFailed(End.HTTP_CLIENT, 1, true);
    }
  }

  @ParameterizedTest
  @EnumSource
  void fromTheFactoryOfListeners(Style style) {
    for (Trap trap : Trap.values()) {
      OkHttpClient.Builder callers =
          callers()
              .eventListenerFactory(
                  call -> {
                    throw new Unchecked(trap);
                  });
      end(callers, EveryCall.UPDATE, style).assertFailed(End.HTTP_CLIENT, 1, false);
    }
  }

  @ParameterizedTest
  @EnumSource
  void fromABody(Style style) {
    for (int status : new int[] {200, 404, 500}) {
      for (Trap trap : Trap.values()) {
        end(intercepted(BrokenBody.with(status, new Unchecked(trap))), EveryCall.UPDATE, style)
            .assertFailed(End.HTTP_CLIENT, 1, true);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void fromANetworkInterceptor(Style style) {
    for (Trap trap : Trap.values()) {
      OkHttpClient.Builder callers =
          callers()
              .addNetworkInterceptor(
                  chain -> {
                    throw new Checked(trap);
                  });
      end(callers, EveryCall.UPDATE, style).assertFailed(End.LOST, 3, true);
    }
  }

  /** What fails. */
  enum Trap {
    MESSAGE,
    CAUSE,
    /** As two causes do that quote each other. */
    ENDLESS_MESSAGE;

    String message() {
      if (this == MESSAGE) {
        throw new IllegalStateException("no message");
      }
      return this == ENDLESS_MESSAGE ? message() : "a message";
    }

    Throwable cause() {
      if (this == CAUSE) {
        throw new IllegalStateException("no cause");
      }
      return new IOException("a cause");
    }
  }

  private static final class Unchecked extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Trap trap;

    Unchecked(Trap trap) {
      this.trap = trap;
    }

    @Override
    public String getMessage() {
      return trap.message();
    }

    @Override
    public Throwable getCause() {
      return trap.cause();
    }
  }

  private static final class Checked extends IOException {
    private static final long serialVersionUID = 1L;

    private final Trap trap;

    Checked(Trap trap) {
      this.trap = trap;
    }

    @Override
    public String getMessage() {
      return trap.message();
    }

    @Override
    public Throwable getCause() {
      return trap.cause();
    }
  }
}
