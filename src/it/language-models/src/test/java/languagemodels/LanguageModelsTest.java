package languagemodels;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.github.aigateway.Gateways;
import io.github.aigateway.model.CreateGatewayRequest;
import io.github.aigateway.testing.FakeAiGateway;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import kotlin.KotlinVersion;
import okhttp3.OkHttp;
import okhttp3.mockwebserver.RecordedRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a gateway receives from clients of language models. */
class LanguageModelsTest {
  private static final String RESPONSE =
      """
      {"id": "chatcmpl-1", "object": "chat.completion", "created": 1767225600, "model": "gpt-5-mini",
       "choices": [{"index": 0, "finish_reason": "stop",
                    "message": {"role": "assistant", "content": "Hello yourself"}}]}
      """;

  @TempDir static Path folder;
  private static FakeAiGateway fake;
  private static Gateways gateways;
  private static GatewayOnThisMachine gateway;

  @BeforeAll
  static void start() throws IOException, GeneralSecurityException {
    fake = FakeAiGateway.start();
    gateways = fake.client().gateways();
    gateways.ensure(
        CreateGatewayRequest.withDefaults().id("my-gateway").authentication(true).build());
    gateway = new GatewayOnThisMachine(folder);
  }

  @AfterAll
  static void stop() throws IOException {
    gateway.close();
    fake.close();
  }

  @Test
  void openAiJavaCallsTheGatewayWithBothCredentials() throws InterruptedException {
    gateway.respond(RESPONSE);
    assertEquals("Hello yourself", LanguageModels.openAi(gateways, "openai-key", "gateway-token"));
    assertCalled();
  }

  @Test
  void langChain4jCallsTheGatewayWithBothCredentials() throws InterruptedException {
    gateway.respond(RESPONSE);
    assertEquals(
        "Hello yourself", LanguageModels.langChain4j(gateways, "openai-key", "gateway-token"));
    assertCalled();
  }

  @Test
  void openAiJavaSharesTheOkHttpOfThisLibraryAndBringsAnOlderKotlin() {
    assertEquals(System.getProperty("version.okhttp"), OkHttp.VERSION);
    assertEquals("1.8.0", KotlinVersion.CURRENT.toString());
  }

  private static void assertCalled() throws InterruptedException {
    RecordedRequest tunnel = gateway.request();
    assertEquals("CONNECT", tunnel.getMethod());
    assertEquals(GatewayOnThisMachine.HOST + ":443", tunnel.getHeader("Host"));
    assertNull(tunnel.getHeader("cf-aig-authorization"));
    RecordedRequest call = gateway.request();
    assertEquals("/v1/" + fake.accountId() + "/my-gateway/openai/chat/completions", call.getPath());
    assertEquals("Bearer openai-key", call.getHeader("Authorization"));
    assertEquals("Bearer gateway-token", call.getHeader("cf-aig-authorization"));
  }
}
