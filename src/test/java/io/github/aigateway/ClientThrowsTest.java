package io.github.aigateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aigateway.FaultCase.End;
import io.github.aigateway.testing.Fault;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import javax.net.SocketFactory;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a caller put into the HTTP client throws: the call ends once, alike in all styles. */
class ClientThrowsTest extends OverCallersClient {

  /** The methods of a listener up to which nothing was sent. */
  private static final Set<String> BEFORE_SENDING =
      Set.of(
          "callStart",
          "proxySelectStart",
          "proxySelectEnd",
          "dnsStart",
          "dnsEnd",
          "connectStart",
          "connectEnd",
          "connectionAcquired");

  private final RuntimeException thrown = new IllegalStateException("out of order");

  /** A host with a name to look up. */
  @Override
  AiGatewayClientBuilder builder() {
    return super.builder().baseUrl(fake.baseUrl().replace("127.0.0.1", "localhost"));
  }

  @AfterEach
  void nothingIsThrownOnTheDispatchersThreads() {
    assertEquals(List.of(), uncaught);
  }

  @ParameterizedTest
  @EnumSource
  void aNetworkInterceptor(Style style) {
    for (EveryCall call : EveryCall.ofOneRequest()) {
      OkHttpClient.Builder callers =
          callers()
              .addNetworkInterceptor(
                  chain -> {
                    throw thrown;
                  });
      end(callers, call, style).assertThrownByClient(thrown, call.changes());
      assertEquals(0, fake.requestCount());
    }
  }

  @ParameterizedTest
  @EnumSource
  void aNetworkInterceptorAfterTheResponseCame(Style style) {
    for (EveryCall call : EveryCall.ofOneRequest()) {
      OkHttpClient.Builder callers =
          callers()
              .addNetworkInterceptor(
                  chain -> {
                    proceedAndClose(chain);
                    throw thrown;
                  });
      end(callers, call, style).assertThrownByClient(thrown, call.changes());
      assertEquals(1, fake.requestCount());
    }
  }

  @ParameterizedTest
  @EnumSource
  void theNameResolution(Style style) {
    for (EveryCall call : EveryCall.ofOneRequest()) {
      OkHttpClient.Builder callers =
          callers()
              .dns(
                  host -> {
                    throw thrown;
                  });
      end(callers, call, style).assertThrownByClient(thrown, false);
      assertEquals(0, fake.requestCount());
    }
  }

  @ParameterizedTest
  @EnumSource
  void theSocketFactory(Style style) {
    for (EveryCall call : EveryCall.ofOneRequest()) {
      end(callers().socketFactory(new NoSockets()), call, style)
          .assertThrownByClient(thrown, false);
      assertEquals(0, fake.requestCount());
    }
  }

  @ParameterizedTest
  @EnumSource
  void eachMethodOfAListener(Style style) {
    List<String> wrong = new ArrayList<>();
    for (EveryCall call : EveryCall.ofOneRequest()) {
      ThrowingListener listening = new ThrowingListener(null, thrown);
      end(callers().eventListener(listening), call, style).assertValue();
      assertTrue(listening.called().containsAll(BEFORE_SENDING), () -> "" + listening.called());
      for (String method : listening.called()) {
        ThrowingListener throwing = new ThrowingListener(method, thrown);
        boolean mayHave = call.changes() && !BEFORE_SENDING.contains(method);
        try {
          end(callers().eventListener(throwing), call, style).assertThrownByClient(thrown, mayHave);
        } catch (AssertionError | RuntimeException failed) {
          wrong.add(call + ", " + method + ": " + failed);
        }
      }
    }
    assertEquals(List.of(), wrong);
  }

  @ParameterizedTest
  @EnumSource
  void theFactoryOfListeners(Style style) {
    for (EveryCall call : EveryCall.ofOneRequest()) {
      OkHttpClient.Builder callers =
          callers()
              .eventListenerFactory(
                  made -> {
                    throw thrown;
                  });
      end(callers, call, style).assertThrownByClient(thrown, false);
      assertEquals(0, fake.requestCount());
    }
  }

  @Test
  void anExecutorThatRefusesAFuture() {
    for (EveryCall call : EveryCall.ofOneRequest()) {
      RejectedExecutionException refusal = new RejectedExecutionException("full");
      OkHttpClient.Builder callers =
          callers()
              .dispatcher(
                  new Dispatcher(
                      new CallersExecutor(
                          task -> {
                            throw refusal;
                          })));
      end(callers, call, Style.FUTURE).assertThrownByClient(refusal, false);
      assertEquals(0, fake.requestCount());
    }
  }

  @ParameterizedTest
  @EnumSource
  void anExecutorThatRunsOnTheCallerMakesNoDifference(Style style) {
    for (EveryCall call : EveryCall.values()) {
      Dispatcher dispatcher = new Dispatcher(new CallersExecutor(Runnable::run));
      end(callers().dispatcher(dispatcher), call, style).assertValue();
      if (call != EveryCall.EDIT) {
        fake.fail(Fault.status(503));
        int attempts = call == EveryCall.CREATE ? 1 : 3;
        end(callers().dispatcher(dispatcher), call, style)
            .assertFailed(End.SERVER, attempts, call.changes());
        fake.clearFaults();
      }
    }
  }

  /** Fails whenever it is asked. */
  private final class NoSockets extends SocketFactory {

    @Override
    public Socket createSocket() {
      throw thrown;
    }

    @Override
    public Socket createSocket(String host, int port) {
      throw thrown;
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort) {
      throw thrown;
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
      throw thrown;
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) {
      throw thrown;
    }
  }
}
