package io.github.aigateway.testing;

import java.time.Clock;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The settings of a {@link FakeAiGateway}; made by {@link FakeAiGateway#builder()}. It can start
 * several fakes, and is not safe for use by several threads.
 */
public final class FakeAiGatewayBuilder {
  int port;
  int maxRequests = 10_000;
  Clock clock = Clock.systemUTC();
  Set<String> accounts = Set.of(FakeAiGateway.ACCOUNT_ID);
  boolean anyAccount;
  String apiToken = FakeAiGateway.API_TOKEN;
  String email = FakeAiGateway.EMAIL;
  String apiKey = FakeAiGateway.API_KEY;
  Supplier<ApiDocument> document = ApiDocument::shipped;

  FakeAiGatewayBuilder() {}

  private FakeAiGatewayBuilder(FakeAiGatewayBuilder other) {
    port = other.port;
    maxRequests = other.maxRequests;
    clock = other.clock;
    accounts = other.accounts;
    anyAccount = other.anyAccount;
    apiToken = other.apiToken;
    email = other.email;
    apiKey = other.apiKey;
    document = other.document;
  }

  /**
   * Sets the port to listen on; the default, 0, is any free one.
   *
   * @throws IllegalArgumentException if it is not within 0 and 65535
   */
  public FakeAiGatewayBuilder port(int port) {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("port: " + port + " is not within 0 and 65535");
    }
    this.port = port;
    return this;
  }

  /** Sets where {@code created_at} and {@code modified_at} come from; the default is UTC now. */
  public FakeAiGatewayBuilder clock(Clock clock) {
    this.clock = Objects.requireNonNull(clock, "clock");
    return this;
  }

  /**
   * Sets the accounts that the credentials are good for; others are refused with 403. The first is
   * {@link FakeAiGateway#accountId()}. The default is {@link FakeAiGateway#ACCOUNT_ID} alone.
   *
   * @throws IllegalArgumentException if there is none, or one is no account id
   */
  public FakeAiGatewayBuilder accounts(String... accounts) {
    Set<String> copy = new LinkedHashSet<>();
    for (String account : accounts) {
      if (!GatewayApi.isAccountId(Objects.requireNonNull(account, "account"))) {
        throw new IllegalArgumentException("accounts: \"" + account + "\" is no account id");
      }
      copy.add(account);
    }
    if (copy.isEmpty()) {
      throw new IllegalArgumentException("accounts: name at least one, or call anyAccount()");
    }
    this.accounts = Collections.unmodifiableSet(copy);
    return this;
  }

  /** Makes the credentials good for every account. By default, a wrong one is refused. */
  public FakeAiGatewayBuilder anyAccount() {
    this.anyAccount = true;
    return this;
  }

  /**
   * Sets the API token that is accepted.
   *
   * @throws IllegalArgumentException if no {@code Authorization} header could carry it
   */
  public FakeAiGatewayBuilder apiToken(String apiToken) {
    if (!Authenticator.isToken(Objects.requireNonNull(apiToken, "apiToken"))) {
      throw new IllegalArgumentException("apiToken: has characters that no token has, or none");
    }
    this.apiToken = apiToken;
    return this;
  }

  /**
   * Sets the e-mail address and API key that are accepted together.
   *
   * @throws IllegalArgumentException if one of them is malformed
   */
  public FakeAiGatewayBuilder apiKey(String email, String apiKey) {
    if (!Authenticator.isEmail(Objects.requireNonNull(email, "email"))) {
      throw new IllegalArgumentException("email: is no e-mail address");
    }
    if (!Authenticator.isKey(Objects.requireNonNull(apiKey, "apiKey"))) {
      throw new IllegalArgumentException("apiKey: has characters that no key has, or none");
    }
    this.email = email;
    this.apiKey = apiKey;
    return this;
  }

  /**
   * Sets how many of the newest requests are kept for {@link FakeAiGateway#requests()}; the default
   * is 10 000.
   *
   * @throws IllegalArgumentException if it is negative
   */
  public FakeAiGatewayBuilder maxRequests(int maxRequests) {
    if (maxRequests < 0) {
      throw new IllegalArgumentException("maxRequests: " + maxRequests + " is negative");
    }
    this.maxRequests = maxRequests;
    return this;
  }

  /** Sets the document that requests are checked against; the default is the library's. */
  FakeAiGatewayBuilder document(ApiDocument document) {
    this.document = () -> document;
    return this;
  }

  /**
   * Starts a fake with these settings.
   *
   * @throws java.io.UncheckedIOException if the port can not be listened on
   * @throws IllegalStateException if {@code mockwebserver} is missing, or is not of OkHttp's
   *     version
   */
  public FakeAiGateway start() {
    return new FakeAiGateway(new FakeAiGatewayBuilder(this));
  }
}
