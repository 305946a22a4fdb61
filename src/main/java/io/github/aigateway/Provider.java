package io.github.aigateway;

/**
 * Names of providers, for {@link Gateways#url(String, String)}. The API often adds providers; any
 * other name can be used, too.
 */
public final class Provider {

  /** Cloudflare Workers AI. */
  public static final String WORKERS_AI = "workers-ai";

  /** Anthropic. */
  public static final String ANTHROPIC = "anthropic";

  /** Amazon Bedrock. */
  public static final String AWS_BEDROCK = "aws-bedrock";

  /** Azure OpenAI. */
  public static final String AZURE_OPENAI = "azure-openai";

  /** Google Vertex AI. */
  public static final String GOOGLE_VERTEX_AI = "google-vertex-ai";

  /** Hugging Face. */
  public static final String HUGGINGFACE = "huggingface";

  /** OpenAI. */
  public static final String OPENAI = "openai";

  /** Perplexity. */
  public static final String PERPLEXITY_AI = "perplexity-ai";

  /** Replicate. */
  public static final String REPLICATE = "replicate";

  /** Groq. */
  public static final String GROQ = "groq";

  /** Cohere. */
  public static final String COHERE = "cohere";

  /** Google AI Studio. */
  public static final String GOOGLE_AI_STUDIO = "google-ai-studio";

  /** Mistral AI. */
  public static final String MISTRAL = "mistral";

  /** xAI Grok. */
  public static final String GROK = "grok";

  /** OpenRouter. */
  public static final String OPENROUTER = "openrouter";

  /** DeepSeek. */
  public static final String DEEPSEEK = "deepseek";

  /** Cerebras. */
  public static final String CEREBRAS = "cerebras";

  /** Cartesia. */
  public static final String CARTESIA = "cartesia";

  /** ElevenLabs. */
  public static final String ELEVENLABS = "elevenlabs";

  /** Adobe Firefly. */
  public static final String ADOBE_FIREFLY = "adobe-firefly";

  /** Any provider, through an API like OpenAI's. */
  public static final String COMPAT = "compat";

  private Provider() {}
}
