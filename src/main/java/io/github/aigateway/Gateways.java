package io.github.aigateway;

import io.github.aigateway.internal.call.CallSettings;
import io.github.aigateway.model.CreateGatewayRequest;
import io.github.aigateway.model.Gateway;
import io.github.aigateway.model.UpdateGatewayRequest;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The gateways of one account. Each operation comes in three styles that behave alike: the plain
 * method returns the value or throws an {@link AiGatewayException}; the {@code try…} method returns
 * a {@link Result} that holds either; {@link #async()} has the methods that return a future.
 *
 * <p>A wrong argument causes a {@link NullPointerException} or an {@link IllegalArgumentException}.
 * A missing account or a closed client causes an {@link IllegalStateException}. In every style the
 * method itself throws them, before anything is sent. An id must not be blank, {@code .} or {@code
 * ..}, and must not have control characters or more than 64 characters.
 *
 * <p>Immutable and thread-safe.
 */
public final class Gateways extends ResultGateways {

  private final AiGatewayClient client;
  private final CallSettings settings;
  private final @Nullable String accountId;

  Gateways(AiGatewayClient client, CallSettings settings, @Nullable String accountId) {
    super(new Operations(client.api(settings), accountId), client.caller(settings));
    this.client = client;
    this.settings = settings;
    this.accountId = accountId;
  }

  /** The client that these gateways belong to. */
  public AiGatewayClient client() {
    return client;
  }

  /**
   * The same operations as futures.
   *
   * <pre>{@code CompletableFuture<Gateway> future = gateways.async().get("my-gateway")}</pre>
   */
  public AsyncGateways async() {
    return new AsyncGateways(this, operations, caller);
  }

  /**
   * The same operations, called with other options: account, extra headers and query parameters,
   * timeouts, retries.
   *
   * <pre>{@code
   * Gateways patient = gateways.with(RequestOptions.builder().maxRetries(5).build());
   * }</pre>
   */
  public Gateways with(RequestOptions options) {
    Objects.requireNonNull(options, "options");
    String account = options.accountId() == null ? accountId : options.accountId();
    return new Gateways(client, options.appliedTo(settings), account);
  }

  /**
   * Creates a gateway. The request is never sent twice, unless the API certainly did not process
   * the first one.
   *
   * <pre>{@code
   * Gateway created =
   *     gateways.create(CreateGatewayRequest.withDefaults().id("my-gateway").build());
   * }</pre>
   *
   * @throws AlreadyExistsException if the id is taken
   * @throws AiGatewayException if the call fails otherwise; if {@link
   *     AiGatewayException#mayHaveBeenApplied()} is true, the gateway may exist now
   */
  public Gateway create(CreateGatewayRequest request) {
    return tryCreate(request).orElseThrow();
  }

  /**
   * Makes sure that there is a gateway with these settings: creates it if it is missing, and
   * changes what differs. Call it at every start, from as many machines as you like, if all want
   * the same.
   *
   * <p>It compares only what the request sets. Everything else stays as it is, and so do settings
   * that only {@link CreateGatewayRequest#withDefaults()} put there: they are for a new gateway. It
   * ignores fields that you leave out at any depth, 0 instead of null for the cache and the rate
   * limit, and a secret that the API leaves out or masks. To change only a secret, use {@link
   * #edit(String, Consumer) edit}.
   *
   * <p>It updates the gateway at most once, unless somebody deletes and creates it meanwhile. If
   * the response to a create is lost, it looks for the gateway before it fails. The API has no
   * ETag, so a change that somebody else makes to other settings in between is overwritten. The
   * call timeout spans all requests; each has its own retries.
   *
   * <pre>{@code
   * Ensured ensured =
   *     gateways.ensure(
   *         CreateGatewayRequest.withDefaults().id("my-gateway").cacheTtl(300).build());
   * }</pre>
   *
   * @return the gateway, and whether it was created, updated, or left as it was
   * @throws AiGatewayException if a request fails; {@link AiGatewayException#operation()} tells
   *     which, and {@link AiGatewayException#mayHaveBeenApplied()} covers all of them
   * @throws IllegalArgumentException if the request has no valid id
   */
  public Ensured ensure(CreateGatewayRequest request) {
    return tryEnsure(request).orElseThrow();
  }

  /**
   * Lists the first page of the gateways, up to 20.
   *
   * <pre>{@code Page<Gateway> page = gateways.list()}</pre>
   *
   * @throws AiGatewayException if the call fails
   */
  public Page<Gateway> list() {
    return list(ListGatewaysOptions.DEFAULT);
  }

  /**
   * Lists one page of the gateways.
   *
   * <pre>{@code
   * Page<Gateway> page = gateways.list(ListGatewaysOptions.builder().search("prod").build());
   * }</pre>
   *
   * @throws AiGatewayException if the call fails
   */
  public Page<Gateway> list(ListGatewaysOptions options) {
    return tryList(options).orElseThrow();
  }

  /**
   * All gateways; see {@link #listAll(ListGatewaysOptions)}.
   *
   * <pre>{@code
   * for (Gateway gateway : gateways.listAll()) {
   *   ids.add(gateway.getId());
   * }
   * }</pre>
   */
  public GatewayListing listAll() {
    return listAll(ListGatewaysOptions.DEFAULT);
  }

  /**
   * The gateways of all pages. A page is fetched when the loop needs it; nothing is sent before.
   *
   * <pre>{@code
   * ListGatewaysOptions options = ListGatewaysOptions.builder().search("prod").perPage(50).build();
   * List<Gateway> production = gateways.listAll(options).toList();
   * }</pre>
   *
   * @param options where to start, how many gateways to fetch at a time (by default 100, the most),
   *     and what to search for
   */
  public GatewayListing listAll(ListGatewaysOptions options) {
    Objects.requireNonNull(options, "options");
    return new GatewayListing(this, options.withLargestPages());
  }

  /**
   * Fetches a gateway.
   *
   * <pre>{@code Gateway gateway = gateways.get("my-gateway")}</pre>
   *
   * @throws NotFoundException if there is none with this id
   * @throws AiGatewayException if the call fails otherwise
   */
  public Gateway get(String id) {
    return tryGet(id).orElseThrow();
  }

  /**
   * Fetches a gateway, if there is one with this id.
   *
   * <pre>{@code Optional<Gateway> found = gateways.find("my-gateway")}</pre>
   *
   * @return empty only if the API says that there is no such gateway (404 with code 7002)
   * @throws AiGatewayException if the call fails otherwise
   */
  public Optional<Gateway> find(String id) {
    return tryFind(id).orElseThrow();
  }

  /**
   * Replaces all settings of a gateway: those that the request leaves out may be reset. To change
   * only some, use {@link #edit edit}.
   *
   * <pre>{@code
   * UpdateGatewayRequest request = UpdateGatewayRequest.from(fetched).cacheTtl(120).build();
   * Gateway updated = gateways.update("my-gateway", request);
   * }</pre>
   *
   * @throws NotFoundException if there is no gateway with this id
   * @throws AiGatewayException if the call fails otherwise
   */
  public Gateway update(String id, UpdateGatewayRequest request) {
    return tryUpdate(id, request).orElseThrow();
  }

  /**
   * Changes some settings of a gateway: fetches it, lets {@code change} edit the update, and sends
   * the update. All other settings stay as they are, even those that this version does not know. If
   * the change changes nothing, nothing is sent.
   *
   * <p>The API has no ETag, so a change that somebody else makes in between is overwritten. The
   * call timeout spans both requests; each has its own retries.
   *
   * <pre>{@code Gateway edited = gateways.edit("my-gateway", update -> update.cacheTtl(60))}</pre>
   *
   * @param change gets the update filled with the settings as they are
   * @throws NotFoundException if there is no gateway with this id
   * @throws AiGatewayException if one of the two requests fails otherwise; {@link
   *     AiGatewayException#operation()} tells which
   * @throws IllegalArgumentException if the id is not valid, or if a changed setting is not
   *     allowed; then no update is sent
   */
  public Gateway edit(String id, Consumer<? super UpdateGatewayRequest.Builder> change) {
    return tryEdit(id, change).orElseThrow();
  }

  /**
   * Changes some settings of a gateway, as {@link #edit(String, Consumer)} does; {@code change}
   * gets the gateway as it is, too.
   *
   * <pre>{@code
   * Gateway toggled =
   *     gateways.edit(
   *         "my-gateway", (gateway, update) -> update.collectLogs(!gateway.getCollectLogs()));
   * }</pre>
   */
  public Gateway edit(
      String id, BiConsumer<? super Gateway, ? super UpdateGatewayRequest.Builder> change) {
    return tryEdit(id, change).orElseThrow();
  }

  /**
   * Deletes a gateway, and returns its last state.
   *
   * <pre>{@code Gateway last = gateways.delete("my-gateway")}</pre>
   *
   * @throws NotFoundException if there is no gateway with this id; if {@link
   *     AiGatewayException#mayHaveBeenApplied()} is true, an earlier attempt of this call may have
   *     deleted it
   * @throws AiGatewayException if the call fails otherwise
   */
  public Gateway delete(String id) {
    return tryDelete(id).orElseThrow();
  }

  /**
   * The address at which a gateway serves a provider.
   *
   * <pre>{@code String url = gateways.url("my-gateway", Provider.OPENAI)}</pre>
   *
   * @throws AiGatewayException if the call fails
   */
  public String url(String id, Provider provider) {
    return tryUrl(id, provider).orElseThrow();
  }

  /**
   * The same for the name of a provider, as {@link Provider#of} takes it.
   *
   * <pre>{@code String url = gateways.url("my-gateway", "a-provider-of-tomorrow")}</pre>
   *
   * @throws AiGatewayException if the call fails
   */
  public String url(String id, String provider) {
    return url(id, Provider.of(provider));
  }

  /**
   * Returns the account and the options; headers and query without values, as these may be secrets.
   */
  @Override
  public String toString() {
    return "Gateways" + RequestOptions.printed(accountId, settings);
  }
}
