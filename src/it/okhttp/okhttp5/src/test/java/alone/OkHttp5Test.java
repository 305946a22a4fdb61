package alone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aigateway.AiGatewayClient;
import io.github.aigateway.NotFoundException;
import io.github.aigateway.ServerException;
import io.github.aigateway.model.CreateGatewayRequest;
import io.github.aigateway.testing.FakeAiGateway;
import io.github.aigateway.testing.Fault;
import io.github.aigateway.testing.Operation;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Calls, and the in-memory API, on the OkHttp that this project chose. */
class OkHttp5Test {
  private final FakeAiGateway fake = FakeAiGateway.start();
  private final AiGatewayClient client = fake.client();

  @AfterEach
  void close() {
    fake.close();
  }

  @Test
  void thisIsTheOkHttpThatWasChosen() {
    String jar = OkHttpClient.class.getProtectionDomain().getCodeSource().getLocation().getPath();
    assertTrue(jar.endsWith("okhttp-jvm-" + System.getProperty("version.okhttp") + ".jar"), jar);
  }

  @Test
  void everyStyleOfCallingWorks() {
    client.gateways().create(CreateGatewayRequest.withDefaults().id("five").build());
    assertEquals(60, client.gateways().edit("five", u -> u.cacheTtl(60)).getCacheTtl());
    assertEquals(1, client.gateways().list().items().size());
    assertEquals("five", client.gateways().async().delete("five").join().getId());
    String outcome =
        client.gateways().tryGet("five").fold(ok -> "there", error -> error.getClass().getName());
    assertEquals(NotFoundException.class.getName(), outcome);
  }

  @Test
  void failuresAreMadeAndToldApart() {
    fake.failNext(Fault.status(502)).on(Operation.CREATE);
    ServerException failed =
        assertThrows(
            ServerException.class,
            () -> client.gateways().create(CreateGatewayRequest.withDefaults().id("five").build()));
    assertTrue(failed.mayHaveBeenApplied());
    assertEquals(1, fake.requestCount());
  }
}
