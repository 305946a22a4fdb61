package io.github.aigateway;

import static io.github.aigateway.Messages.assertSays;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.aigateway.testing.Fault;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ProtocolException;
import java.util.List;
import java.util.Objects;
import okhttp3.Dns;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Connections that died, and addresses that do not respond. Nothing is retried here. */
class ConnectionTest extends AgainstFake {

  @Override
  AiGatewayClientBuilder builder() {
    return super.builder().maxRetries(0);
  }

  @Test
  void theCauseIsWhatTheNetworkStackThrew() {
    fake.failNext(Fault.disconnectBeforeResponse());
    Throwable lost =
        Objects.requireNonNull(
            failure(TransportException.class, Style.THROWING, Calls.GET).getCause());
    assertFalse(lost instanceof ProtocolException, lost::toString);
    assertSays("unexpected end of stream", lost);
    try (AiGatewayClient noAddress = resolving("127.0.0.2", "127.0.0.3")) {
      assertInstanceOf(
          ConnectException.class,
          assertThrows(TransportException.class, () -> noAddress.gateways().list()).getCause());
    }
  }

  @ParameterizedTest
  @EnumSource
  void theNextAddressOfAHostIsTried(Style style) {
    for (Calls operation : Calls.values()) {
      put(Calls.ID);
      fake.clearRequests();
      try (AiGatewayClient twoAddresses = resolving("127.0.0.2", "127.0.0.1")) {
        style.call(operation, twoAddresses.gateways());
      }
      assertEquals(1, fake.requestCount());
      fake.remove(fake.accountId(), Calls.NEW_ID);
    }
  }

  @Test
  void theNextAddressIsNotTriedForACreateThatWasSent() {
    try (AiGatewayClient twoAddresses = resolving("127.0.0.1", "127.0.0.1")) {
      fake.fail(Fault.disconnectBeforeResponse());
      for (Calls operation : Calls.values()) {
        fake.clearRequests();
        assertThrows(TransportException.class, () -> operation.throwing(twoAddresses.gateways()));
        assertEquals(operation == Calls.CREATE ? 1 : 2, fake.requestCount(), operation::toString);
      }
    }
  }

  private AiGatewayClient resolving(String... addresses) {
    Dns dns =
        host -> {
          return List.of(InetAddress.getByName(addresses[0]), InetAddress.getByName(addresses[1]));
        };
    return builder()
        .httpClient(new OkHttpClient.Builder().dns(dns).build())
        .baseUrl(fake.baseUrl().replace("127.0.0.1", "api.example.com"))
        .allowPlainHttp()
        .build();
  }
}
