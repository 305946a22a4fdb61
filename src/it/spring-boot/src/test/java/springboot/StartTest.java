package springboot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import io.github.aigateway.AiGatewayClient;
import io.github.aigateway.AuthenticationException;
import io.github.aigateway.testing.FakeAiGateway;
import io.github.aigateway.testing.Fault;
import kotlin.KotlinVersion;
import okhttp3.OkHttp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts of the application, and what they leave in its log. */
@ExtendWith(OutputCaptureExtension.class)
class StartTest {
  private final FakeAiGateway fake = FakeAiGateway.start();

  @AfterEach
  void close() {
    fake.close();
  }

  @Test
  void eachAttemptIsInTheLogOfSpringBoot(CapturedOutput log) {
    fake.failNext(Fault.status(502));
    start(fake.apiToken()).close();
    assertTrue(
        log.getOut()
            .matches(
                "(?s).* DEBUG [^\n]* io\\.github\\.aigateway +: getGateway of 'my-gateway',"
                    + " attempt 1: status 502 .*"),
        log.getAll());
    assertFalse(log.getAll().contains(fake.apiToken()), log.getAll());
  }

  @Test
  void aPropertySetsTheLevelOfTheLog(CapturedOutput log) {
    start(fake.apiToken(), "--logging.level.io.github.aigateway=info").close();
    assertFalse(log.getAll().contains("attempt"), log.getAll());
  }

  @Test
  void theClientIsClosedWithTheContext() {
    AiGatewayClient client;
    try (ConfigurableApplicationContext context = start(fake.apiToken())) {
      client = context.getBean(AiGatewayClient.class);
    }
    assertThrows(IllegalStateException.class, () -> client.gateways().get("my-gateway"));
  }

  @Test
  void aStartThatTheApiRefusesSaysWhy(CapturedOutput log) {
    assertThrows(AuthenticationException.class, () -> start("another-token"));
    assertTrue(
        log.getOut()
            .contains("AuthenticationException: getGateway of 'my-gateway' failed with status 401"),
        log.getAll());
    assertFalse(log.getAll().contains("another-token"), log.getAll());
  }

  @Test
  void aStartWithoutATokenSaysWhatToSet(CapturedOutput log) {
    assertThrows(BeanCreationException.class, () -> Application.main());
    assertTrue(log.getOut().contains("There are no credentials: "), log.getAll());
    assertTrue(log.getOut().contains("set CLOUDFLARE_API_TOKEN"), log.getAll());
  }

  @Test
  void springBootDecidesGsonAndKotlinAndLeavesOkHttpAlone() {
    assertEquals(System.getProperty("version.okhttp"), OkHttp.VERSION);
    assertEquals("2.3.21", KotlinVersion.CURRENT.toString());
    String gson = Gson.class.getProtectionDomain().getCodeSource().getLocation().getPath();
    assertTrue(gson.endsWith("/gson-2.13.2.jar"), gson);
  }

  private ConfigurableApplicationContext start(String apiToken, String... arguments) {
    return new SpringApplicationBuilder(Application.class)
        .properties(
            "ai-gateway.base-url=" + fake.baseUrl(),
            "ai-gateway.api-token=" + apiToken,
            "ai-gateway.account-id=" + fake.accountId())
        .run(arguments);
  }
}
