package io.github.aigateway;

import io.github.aigateway.internal.call.CallSettings;
import io.github.aigateway.internal.http.Credentials;
import io.github.aigateway.internal.http.HttpStack;
import io.github.aigateway.internal.http.RequestSettings;
import io.github.aigateway.internal.time.Clock;
import io.github.aigateway.internal.time.Threads;
import io.github.aigateway.internal.time.Timing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import retrofit2.Converter;

/**
 * Collects the settings of an {@link AiGatewayClient}; they win over the environment. Passing null
 * throws a {@link NullPointerException}. Not thread-safe.
 */
public final class AiGatewayClientBuilder {

  private static final long DEFAULT_MAX_RESPONSE_BYTES = 16L * 1024 * 1024;

  private static final CallSettings DEFAULT_SETTINGS =
      new CallSettings(
          new RequestSettings(Duration.ofSeconds(10), Map.of(), Map.of()),
          Duration.ofSeconds(30),
          Duration.ofSeconds(120),
          2,
          Duration.ofSeconds(60));

  private static final String USER_AGENT =
      "cloudflare-ai-gateway-java/" + Version.VERSION + " Java/" + Runtime.version().feature();

  private @Nullable Credentials token;
  private @Nullable Credentials key;
  private @Nullable String accountId;
  private @Nullable String baseUrl;
  private boolean plainHttpAllowed;
  private @Nullable OkHttpClient httpClient;
  private String userAgent = USER_AGENT;
  private long maxResponseBytes = DEFAULT_MAX_RESPONSE_BYTES;
  private CallSettings settings = DEFAULT_SETTINGS;
  private final List<Converter.Factory> converters = new ArrayList<>();
  private @Nullable CallListener listener;
  private Timing timing = Timing.SYSTEM;
  private Environment environment = new Environment(System::getenv);

  AiGatewayClientBuilder() {}

  /**
   * The API token to authenticate with; {@code CLOUDFLARE_API_TOKEN} by default. It needs the
   * permission AI Gateway Read, and AI Gateway Write to create, update and delete.
   *
   * @throws IllegalArgumentException if it is blank, begins with {@code Bearer}, or has blanks or
   *     characters that no token has
   */
  public AiGatewayClientBuilder apiToken(String apiToken) {
    token = Credentials.token(apiToken, "apiToken");
    return this;
  }

  /**
   * Supplies the API token. It is called once for each attempt, on the thread of the attempt. If it
   * fails, the call fails with {@link TransportException.Reason#CREDENTIALS}.
   */
  public AiGatewayClientBuilder apiToken(Supplier<String> apiToken) {
    token =
        Credentials.token(
            Objects.requireNonNull(
                apiToken, "apiToken is null: pass a supplier of the token, or the token itself."));
    return this;
  }

  /**
   * The email and the API key to authenticate with; {@code CLOUDFLARE_EMAIL} and {@code
   * CLOUDFLARE_API_KEY} by default.
   *
   * @throws IllegalArgumentException if one is blank, or has blanks or characters that it cannot
   *     have, or if the email has no {@code @}
   */
  public AiGatewayClientBuilder apiKey(String email, String key) {
    this.key = Credentials.key(email, "email", key, "key");
    return this;
  }

  /**
   * The account of the gateways; {@code CLOUDFLARE_ACCOUNT_ID} by default. It may be missing if
   * only {@link AiGatewayClient#gateways(String)} is used.
   *
   * @throws IllegalArgumentException if it is blank, {@code .}, {@code ..}, has control characters
   *     or more than 64 characters
   */
  public AiGatewayClientBuilder accountId(String accountId) {
    this.accountId = Arguments.pathSegment(Arguments.given(accountId, "accountId"), "accountId");
    return this;
  }

  /**
   * The address of the API; by default {@code CLOUDFLARE_BASE_URL}, else Cloudflare's. {@link
   * #build()} checks that it is https, unless the host is this machine or {@link #allowPlainHttp()}
   * is called.
   */
  public AiGatewayClientBuilder baseUrl(String baseUrl) {
    this.baseUrl = Arguments.given(baseUrl, "baseUrl");
    return this;
  }

  /** Allows a base URL of plain http: anybody on the way can read the credentials. */
  public AiGatewayClientBuilder allowPlainHttp() {
    plainHttpAllowed = true;
    return this;
  }

  /**
   * The OkHttp client to extend; by default the client makes one of its own, for up to 64 calls at
   * a time. Its interceptors, pool, proxy, dispatcher, listeners and time limits keep working. Its
   * application interceptors see a request before the credentials are added. Each request has
   * Retrofit's {@link retrofit2.Invocation} as a tag, whose method is named after the operation.
   * Redirects are not followed. Each create uses a new connection. If its interceptors or listeners
   * throw, the call fails with {@link TransportException.Reason#HTTP_CLIENT}; an {@link Error} is
   * thrown as it is. The caller closes it.
   *
   * <p>If it has the default sockets, calls use interruptible ones and HTTP/1.1. If it has its own
   * {@code SocketFactory}, an interrupt takes effect only when the time of the attempt is over.
   *
   * @see <a
   *     href="https://square.github.io/okhttp/4.x/okhttp/okhttp3/-ok-http-client/">OkHttpClient</a>
   */
  public AiGatewayClientBuilder httpClient(OkHttpClient httpClient) {
    this.httpClient = Objects.requireNonNull(httpClient, "httpClient");
    return this;
  }

  /**
   * The application that sends the requests, such as {@code my-service/1.2}: it follows the name of
   * this library in the header {@code User-Agent}. By default nothing does.
   *
   * @throws IllegalArgumentException if it is blank, begins or ends with a blank, or has other than
   *     visible ASCII characters and blanks
   */
  public AiGatewayClientBuilder userAgentSuffix(String userAgentSuffix) {
    userAgent = USER_AGENT + " " + Arguments.userAgentSuffix(userAgentSuffix);
    return this;
  }

  /**
   * The time to make a TCP connection, without TLS, for each address of the host; by default 10
   * seconds.
   *
   * @throws IllegalArgumentException if it is zero or negative
   */
  public AiGatewayClientBuilder connectTimeout(Duration connectTimeout) {
    return change(RequestOptions.builder().connectTimeout(connectTimeout));
  }

  /**
   * The time for one attempt, from connecting to the last byte of the response; by default 30
   * seconds.
   *
   * @throws IllegalArgumentException if it is zero or negative
   */
  public AiGatewayClientBuilder attemptTimeout(Duration attemptTimeout) {
    return change(RequestOptions.builder().attemptTimeout(attemptTimeout));
  }

  /**
   * The time for a call with all its attempts and the waits between; by default 120 seconds.
   *
   * @throws IllegalArgumentException if it is zero or negative
   */
  public AiGatewayClientBuilder callTimeout(Duration callTimeout) {
    return change(RequestOptions.builder().callTimeout(callTimeout));
  }

  /**
   * How many retries each request of a call has at most, from 0 to 10; by default 2.
   *
   * @throws IllegalArgumentException if it is less than 0 or more than 10
   */
  public AiGatewayClientBuilder maxRetries(int maxRetries) {
    return change(RequestOptions.builder().maxRetries(maxRetries));
  }

  /**
   * The longest wait that the API may ask for with {@code Retry-After}; by default 60 seconds. If
   * it asks for more, the call fails at once.
   *
   * @throws IllegalArgumentException if it is negative
   */
  public AiGatewayClientBuilder maxRetryAfter(Duration maxRetryAfter) {
    settings = settings.withMaxRetryAfter(Arguments.notNegative(maxRetryAfter, "maxRetryAfter"));
    return this;
  }

  /**
   * The largest response that is accepted, in bytes; by default 16 MiB. One JSON value is allowed
   * for each 16 bytes, but at least 1,024 values.
   *
   * @throws IllegalArgumentException if it is not positive
   */
  public AiGatewayClientBuilder maxResponseBytes(long maxResponseBytes) {
    if (maxResponseBytes < 1) {
      throw new IllegalArgumentException(
          "maxResponseBytes must be at least 1, but is " + maxResponseBytes + ".");
    }
    this.maxResponseBytes = maxResponseBytes;
    return this;
  }

  /**
   * Adds converters for the types of {@link AiGatewayClient#create interfaces of your own}. They
   * are asked in their order, after those for generated models and for Gson's {@code JsonElement}.
   * If one cannot read a response, the call fails with {@link InvalidResponseException}.
   */
  public AiGatewayClientBuilder addConverterFactory(Converter.Factory converters) {
    this.converters.add(Objects.requireNonNull(converters, "converters"));
    return this;
  }

  /** A listener that is told of each attempt and each call; by default there is none. */
  public AiGatewayClientBuilder listener(CallListener listener) {
    this.listener = Objects.requireNonNull(listener, "listener");
    return this;
  }

  /** For tests, which do not wait. */
  AiGatewayClientBuilder timing(Timing timing) {
    this.timing = timing;
    return this;
  }

  /** For tests, which cannot set environment variables. */
  AiGatewayClientBuilder environment(UnaryOperator<@Nullable String> environment) {
    this.environment = new Environment(environment);
    return this;
  }

  /**
   * Makes the client. Nothing is sent.
   *
   * @throws IllegalStateException if there are no credentials, half of them, or two ways to
   *     authenticate
   * @throws IllegalArgumentException if the base URL, or something from the environment, cannot be
   *     used
   */
  public AiGatewayClient build() {
    String account = accountId == null ? environment.variable(Environment.ACCOUNT_ID) : accountId;
    Clock clock = new Clock(timing, Threads.executor());
    return new AiGatewayClient(
        new HttpStack(
            httpClient,
            checkedBaseUrl(),
            credentials(),
            userAgent,
            maxResponseBytes,
            converters,
            clock),
        settings,
        clock,
        listener == null ? null : new Listening(listener),
        account == null ? null : Arguments.pathSegment(account, Environment.ACCOUNT_ID));
  }

  private AiGatewayClientBuilder change(RequestOptions.Builder options) {
    settings = options.build().appliedTo(settings);
    return this;
  }

  private Credentials credentials() {
    if (token != null && key != null) {
      throw new IllegalStateException(
          "There are two ways to authenticate: call either apiToken(…) or apiKey(…), not both.");
    }
    if (token != null) {
      return token;
    }
    return key != null ? key : environment.credentials();
  }

  private HttpUrl checkedBaseUrl() {
    String variable = environment.variable(Environment.BASE_URL);
    if (baseUrl == null && variable != null) {
      return BaseUrl.checked(variable, Environment.BASE_URL, plainHttpAllowed);
    }
    return BaseUrl.checked(
        Objects.requireNonNullElse(baseUrl, BaseUrl.DEFAULT), "baseUrl", plainHttpAllowed);
  }
}
