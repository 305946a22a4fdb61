package io.github.aigateway;

import org.jspecify.annotations.Nullable;

/**
 * A provider that a gateway serves, for {@link Gateways#url(String, Provider)}. The API often adds
 * providers: {@link #of} takes any name. Two are equal if their names are. Immutable.
 */
public final class Provider {

  /** Cloudflare Workers AI. */
  public static final Provider WORKERS_AI = new Provider("workers-ai");

  /** Anthropic. */
  public static final Provider ANTHROPIC = new Provider("anthropic");

  /** Amazon Bedrock. */
  public static final Provider AWS_BEDROCK = new Provider("aws-bedrock");

  /** Azure OpenAI. */
  public static final Provider AZURE_OPENAI = new Provider("azure-openai");

  /** Google Vertex AI. */
  public static final Provider GOOGLE_VERTEX_AI = new Provider("google-vertex-ai");

  /** Hugging Face. */
  public static final Provider HUGGINGFACE = new Provider("huggingface");

  /** OpenAI. */
  public static final Provider OPENAI = new Provider("openai");

  /** Perplexity. */
  public static final Provider PERPLEXITY_AI = new Provider("perplexity-ai");

  /** Replicate. */
  public static final Provider REPLICATE = new Provider("replicate");

  /** Groq. */
  public static final Provider GROQ = new Provider("groq");

  /** Cohere. */
  public static final Provider COHERE = new Provider("cohere");

  /** Google AI Studio. */
  public static final Provider GOOGLE_AI_STUDIO = new Provider("google-ai-studio");

  /** Mistral AI. */
  public static final Provider MISTRAL = new Provider("mistral");

  /** xAI Grok. */
  public static final Provider GROK = new Provider("grok");

  /** OpenRouter. */
  public static final Provider OPENROUTER = new Provider("openrouter");

  /** DeepSeek. */
  public static final Provider DEEPSEEK = new Provider("deepseek");

  /** Cerebras. */
  public static final Provider CEREBRAS = new Provider("cerebras");

  /** Cartesia. */
  public static final Provider CARTESIA = new Provider("cartesia");

  /** ElevenLabs. */
  public static final Provider ELEVENLABS = new Provider("elevenlabs");

  /** Adobe Firefly. */
  public static final Provider ADOBE_FIREFLY = new Provider("adobe-firefly");

  /** Any provider, through an API like OpenAI's. */
  public static final Provider COMPAT = new Provider("compat");

  private final String value;

  private Provider(String value) {
    this.value = value;
  }

  /**
   * Returns the provider with this name.
   *
   * @param provider the name as the API spells it, known to this version or not
   * @throws IllegalArgumentException if it is blank, {@code .}, {@code ..}, has control characters
   *     or more than 64 characters
   */
  public static Provider of(String provider) {
    return new Provider(Arguments.pathSegment(provider, "provider"));
  }

  /** The name as the API spells it. */
  public String value() {
    return value;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Provider that && value.equals(that.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  /** Returns the name as the API spells it. */
  @Override
  public String toString() {
    return value;
  }
}
