package languagemodels;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import io.github.aigateway.Gateways;
import io.github.aigateway.Provider;
import java.util.Map;

/** Calls of a language model that go through a gateway. */
final class LanguageModels {

  static String openAi(Gateways gateways, String openAiKey, String gatewayToken) {
    // [openai-java]
    OpenAIClient openAi =
        OpenAIOkHttpClient.builder()
            .baseUrl(gateways.url("my-gateway", Provider.OPENAI))
            .apiKey(openAiKey)
            .putHeader("cf-aig-authorization", "Bearer " + gatewayToken)
            .build();
    // [/openai-java]
    try {
      // [openai-java-call]
      ChatCompletionCreateParams question =
          ChatCompletionCreateParams.builder().model("gpt-5-mini").addUserMessage("Hello").build();
      String text =
          openAi
              .chat()
              .completions()
              .create(question)
              .choices()
              .get(0)
              .message()
              .content()
              .orElseThrow();
      // [/openai-java-call]
      return text;
    } finally {
      openAi.close();
    }
  }

  static String langChain4j(Gateways gateways, String openAiKey, String gatewayToken) {
    // [langchain]
    ChatModel model =
        OpenAiChatModel.builder()
            .baseUrl(gateways.url("my-gateway", Provider.OPENAI))
            .apiKey(openAiKey)
            .customHeaders(Map.of("cf-aig-authorization", "Bearer " + gatewayToken))
            .modelName("gpt-5-mini")
            .build();
    String text = model.chat("Hello");
    // [/langchain]
    return text;
  }

  private LanguageModels() {}
}
