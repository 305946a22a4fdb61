package io.github.aigateway.testing;

import com.google.gson.JsonObject;
import io.github.aigateway.AiGatewayClient;
import io.github.aigateway.AiGatewayClientBuilder;
import io.github.aigateway.model.Gateway;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Cloudflare's AI Gateway "Gateways" API in memory, on a free port of the loopback interface: all
 * six operations with the API's envelopes, validation, error codes, paging and authentication, and
 * faults on demand. Start one in a test, call it with {@link #client()}, and close it.
 *
 * <p>Safe for use by several threads. All arguments are checked: null is a {@link
 * NullPointerException}.
 */
public final class FakeAiGateway implements AutoCloseable {
  /** The account that is accepted, unless the builder names others. */
  public static final String ACCOUNT_ID = "0123456789abcdef0123456789abcdef";

  /** The API token that is accepted, unless the builder names another. */
  public static final String API_TOKEN = "fake-api-token-that-may-read-and-write-00";

  /** An API token that may only read: it is refused with 403 for everything else. */
  public static final String READ_ONLY_API_TOKEN = "fake-api-token-that-may-only-read-000000";

  /** The e-mail address that is accepted with the API key, unless the builder names another. */
  public static final String EMAIL = "someone@example.com";

  /** The API key that is accepted, unless the builder names another. */
  public static final String API_KEY = "fake0123456789abcdef0123456789abcdef0";

  private final GatewayStore store = new GatewayStore();
  private final FaultRules faults = new FaultRules();
  private final RequestLog log;
  private final FakeAiGatewayBuilder settings;
  private final ApiServer server;
  private @Nullable AiGatewayClient client;
  private boolean closed;

  FakeAiGateway(FakeAiGatewayBuilder settings) {
    this.settings = settings;
    this.log = new RequestLog(settings.maxRequests);
    Authenticator authenticator =
        new Authenticator(
            settings.apiToken,
            READ_ONLY_API_TOKEN,
            settings.email,
            settings.apiKey,
            settings.accounts,
            settings.anyAccount);
    GatewayRules rules = new GatewayRules(settings.document);
    GatewayApi api = new GatewayApi(store, authenticator, rules, settings.clock);
    MockWebServerCheck.pass();
    this.server = new ApiServer(settings.port, api, faults, log);
  }

  /**
   * Starts a fake on any free port.
   *
   * @throws IllegalStateException if {@code mockwebserver} is missing, or is not of OkHttp's
   *     version
   */
  public static FakeAiGateway start() {
    return builder().start();
  }

  /**
   * Starts a fake on a port, or on any free one for 0.
   *
   * @throws IllegalArgumentException if the port is not within 0 and 65535
   * @throws UncheckedIOException if the port can not be listened on
   * @throws IllegalStateException if {@code mockwebserver} is missing, or is not of OkHttp's
   *     version
   */
  public static FakeAiGateway start(int port) {
    return builder().port(port).start();
  }

  /** Returns a builder for a fake with other settings. */
  public static FakeAiGatewayBuilder builder() {
    return new FakeAiGatewayBuilder();
  }

  /**
   * Runs a fake by itself until the process is ended; {@code --help} says how. Arguments that make
   * no sense end it with exit code 2, a port that is taken with 1.
   */
  public static void main(String... args) {
    int exitCode = new CommandLine(System.out, System.err).run(args);
    if (exitCode != CommandLine.RUNNING) {
      System.exit(exitCode);
    }
  }

  /**
   * Returns a client of this fake and its account: the same one at each call, which {@link
   * #close()} closes.
   *
   * @throws IllegalStateException if the fake is closed
   */
  public synchronized AiGatewayClient client() {
    if (closed) {
      throw new IllegalStateException("The fake is closed. Start another one.");
    }
    if (client == null) {
      client = clientBuilder().build();
    }
    return client;
  }

  /**
   * Returns a builder of clients with other settings than {@link #client()} has: its base URL, API
   * token and account are set. Whoever builds a client closes it.
   */
  public AiGatewayClientBuilder clientBuilder() {
    return AiGatewayClient.builder().baseUrl(baseUrl()).apiToken(apiToken()).accountId(accountId());
  }

  /** Returns what to give a client as its base URL; it has no slash at its end. */
  public String baseUrl() {
    return "http://127.0.0.1:" + port() + "/client/v4";
  }

  /** Returns {@link #baseUrl()} as a URI. */
  public URI url() {
    return URI.create(baseUrl());
  }

  /** Returns the port that the fake listens on. */
  public int port() {
    return server.port();
  }

  /** Returns the fake's own account: the builder's first one, or {@link #ACCOUNT_ID}. */
  public String accountId() {
    return settings.accounts.iterator().next();
  }

  /** Returns the API token that is accepted. */
  public String apiToken() {
    return settings.apiToken;
  }

  /** Returns the e-mail address that is accepted with {@link #apiKey()}. */
  public String email() {
    return settings.email;
  }

  /** Returns the API key that is accepted with {@link #email()}. */
  public String apiKey() {
    return settings.apiKey;
  }

  /** Returns a copy of the requests received, oldest first; those that were failed included. */
  public List<ReceivedRequest> requests() {
    return log.requests();
  }

  /** Returns how many requests were received, those no longer kept included. */
  public long requestCount() {
    return log.count();
  }

  /** Forgets the requests received, and starts counting at 0. */
  public void clearRequests() {
    log.clear();
  }

  /** Returns the gateways of the fake's own account in order of creation. */
  public List<Gateway> gateways() {
    return gateways(accountId()).stream().map(FakeAiGateway::typed).toList();
  }

  /** Returns copies of an account's gateways in order of creation. */
  public List<JsonObject> gateways(String accountId) {
    return store.all(Objects.requireNonNull(accountId, "accountId"));
  }

  /** Returns a gateway of the fake's own account, or nothing if there is none with this id. */
  public Optional<Gateway> gateway(String id) {
    return gateway(accountId(), id).map(FakeAiGateway::typed);
  }

  /** Returns a copy of a gateway, or nothing if there is none with this id. */
  public Optional<JsonObject> gateway(String accountId, String id) {
    return store.find(
        Objects.requireNonNull(accountId, "accountId"), Objects.requireNonNull(id, "id"));
  }

  /**
   * Adds or replaces a gateway of the fake's own account exactly as given, without validation.
   *
   * @throws IllegalArgumentException if it has no id
   */
  public void put(Gateway gateway) {
    put(accountId(), StrictJson.parse(gateway.toJson()).getAsJsonObject());
  }

  /**
   * Adds or replaces a gateway exactly as given, without validation: with members nobody knows,
   * without required ones, with dates of the old kind.
   *
   * @throws IllegalArgumentException if its member {@code id} is not a string
   */
  public void put(String accountId, JsonObject gateway) {
    store.put(
        Objects.requireNonNull(accountId, "accountId"), Objects.requireNonNull(gateway, "gateway"));
  }

  /**
   * Removes a gateway of the fake's own account and returns it, or nothing if there was none with
   * this id.
   */
  public Optional<Gateway> remove(String id) {
    return remove(accountId(), id).map(FakeAiGateway::typed);
  }

  /** Removes a gateway and returns it, or nothing if there was none with this id. */
  public Optional<JsonObject> remove(String accountId, String id) {
    return store.remove(
        Objects.requireNonNull(accountId, "accountId"), Objects.requireNonNull(id, "id"));
  }

  /** Fails the next request, or what the returned rule is narrowed or widened to. */
  public FaultRule failNext(Fault fault) {
    Optional<Fault> always = Optional.of(fault);
    return faults.addOnce(request -> always);
  }

  /** Fails every request from now on, or what the returned rule is narrowed to. */
  public FaultRule fail(Fault fault) {
    Optional<Fault> always = Optional.of(fault);
    return faults.add(request -> always);
  }

  /**
   * Fails requests as the function says, which is called for each by any thread; a request it has
   * no fault for is left to the other rules, and then to the API.
   */
  public FaultRule failEach(Function<? super ReceivedRequest, Optional<Fault>> choice) {
    return faults.add(Objects.requireNonNull(choice, "choice"));
  }

  /** Ends all faults; requests that are being failed are not affected. */
  public void clearFaults() {
    faults.clear();
  }

  /** Forgets gateways, faults and requests, as if just started. */
  public void reset() {
    faults.clear();
    store.clear();
    log.clear();
  }

  /**
   * Closes {@link #client()}, ends all connections and stops listening; a second call does nothing.
   *
   * @throws UncheckedIOException if a connection can not be ended
   */
  @Override
  public void close() {
    AiGatewayClient made;
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
      made = client;
    }
    if (made != null) {
      made.close();
    }
    server.shutdown();
  }

  /** Returns the base URL; no credentials. */
  @Override
  public String toString() {
    return "FakeAiGateway(" + baseUrl() + ")";
  }

  private static Gateway typed(JsonObject gateway) {
    return Gateway.fromJson(StrictJson.write(gateway));
  }
}
