package io.github.aigateway.internal.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.ProtocolException;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What OkHttp throws at a response is the server's fault; what a caller's code throws is not. */
class BrokenProtocolTest {

  private static final String READS_RESPONSES = "okhttp3.internal.http.CallServerInterceptor";

  private static RuntimeException thrownFrom(String... classes) {
    IllegalArgumentException thrown = new IllegalArgumentException("status < 0: -5");
    thrown.setStackTrace(
        Arrays.stream(classes)
            .map(name -> new StackTraceElement(name, "method", null, 0))
            .toArray(StackTraceElement[]::new));
    return thrown;
  }

  @ParameterizedTest
  @ValueSource(strings = {"okhttp3.Response", "okio.Buffer", "kotlin.Check", "java.lang.Integer"})
  void whatOkHttpThrowsWhileItReadsAResponseIsABrokenProtocol(String below) {
    RuntimeException thrown = thrownFrom(below, READS_RESPONSES, "com.example.Main");
    ProtocolException failure =
        assertInstanceOf(ProtocolException.class, BrokenProtocol.orRethrown(thrown));
    assertEquals("status < 0: -5", failure.getMessage());
    assertSame(thrown, failure.getCause());
  }

  @ParameterizedTest
  @ValueSource(strings = {"com.example.Listener", "okhttp3x.Listener", "my.okhttp3.Listener"})
  void whatACallersListenerThrowsMeanwhileIsThrownOn(String listener) {
    RuntimeException thrown = thrownFrom("okhttp3.Headers", listener, READS_RESPONSES);
    assertSame(
        thrown, assertThrows(RuntimeException.class, () -> BrokenProtocol.orRethrown(thrown)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"okhttp3.RealCall", "io.github.aigateway.Something"})
  void whatIsThrownElsewhereIsThrownOn(String elsewhere) {
    RuntimeException thrown = thrownFrom(elsewhere);
    assertSame(
        thrown, assertThrows(RuntimeException.class, () -> BrokenProtocol.orRethrown(thrown)));
  }
}
