package io.github.aigateway;

import io.github.aigateway.api.GatewaysApi;
import io.github.aigateway.internal.call.CallSettings;
import io.github.aigateway.internal.http.Subject;
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
public final class Gateways {

  private final AiGatewayClient client;
  private final CallSettings settings;
  private final GatewaysApi api;
  private final @Nullable String accountId;
  private final Operations operations;
  private final Caller caller;

  /**
   * Makes the gateways of an account.
   *
   * @param api makes calls with these settings
   */
  Gateways(
      AiGatewayClient client, CallSettings settings, GatewaysApi api, @Nullable String accountId) {
    this.client = client;
    this.settings = settings;
    this.api = api;
    this.accountId = accountId;
    this.operations = new Operations(api, accountId);
    this.caller = client.caller(settings);
  }

  /** The client that these gateways belong to. */
  public AiGatewayClient client() {
    return client;
  }

  /** The same operations as futures. */
  public AsyncGateways async() {
    return new AsyncGateways(this, operations, caller);
  }

  /**
   * The same operations, called with other options: account, extra headers and query parameters,
   * timeouts, retries.
   */
  public Gateways with(RequestOptions options) {
    Objects.requireNonNull(options, "options");
    String account = options.accountId() == null ? accountId : options.accountId();
    CallSettings changed = options.appliedTo(settings);
    GatewaysApi sameOrOther = changed.equals(settings) ? api : client.api(changed);
    return new Gateways(client, changed, sameOrOther, account);
  }

  /**
   * Creates a gateway. The request is never sent twice, unless the API certainly did not process
   * the first one.
   *
   * @throws AlreadyExistsException if the id is taken
   * @throws AiGatewayException if the call fails otherwise; if {@link
   *     AiGatewayException#mayHaveBeenApplied()} is true, the gateway may exist now
   * @throws IllegalStateException if there is no account, or the client is closed
   */
  public Gateway create(CreateGatewayRequest request) {
    return tryCreate(request).orElseThrow();
  }

  /** Creates a gateway, as {@link #create create} does. */
  public Result<Gateway> tryCreate(CreateGatewayRequest request) {
    return caller.execute(operations.create(request));
  }

  /**
   * Makes sure that there is a gateway with these settings: creates it if it is missing, and
   * changes what differs. Call it at every start, from as many machines as you like, if all want
   * the same.
   *
   * <p>Wanted is what the request sets. Everything else stays as it is, and so do settings that
   * only {@link CreateGatewayRequest#withDefaults()} put there: they apply to a new gateway alone.
   * What the request leaves out at any depth is no difference, nor is 0 instead of null for the
   * cache and the rate limit, nor a secret that the API leaves out or masks: so a new secret alone
   * is not noticed if the API does not show secrets; use {@link #edit(String, Consumer) edit} then.
   *
   * <p>At most one update is sent, and nothing if nothing differs. A create whose fate is unknown
   * is looked for before it counts as failed. The API has no ETag, so a change that somebody else
   * makes to other settings in between is overwritten. The call timeout spans all requests; each
   * has its own retries.
   *
   * @return the gateway, and whether it was created, updated, or left as it was
   * @throws AiGatewayException if a request fails; {@link AiGatewayException#operation()} tells
   *     which, and {@link AiGatewayException#mayHaveBeenApplied()} covers all of them
   * @throws IllegalArgumentException if the request has no valid id
   * @throws IllegalStateException if there is no account, or the client is closed
   */
  public Ensured ensure(CreateGatewayRequest request) {
    return tryEnsure(request).orElseThrow();
  }

  /** Makes sure that there is a gateway with these settings, as {@link #ensure ensure} does. */
  public Result<Ensured> tryEnsure(CreateGatewayRequest request) {
    return caller.execute(operations.ensure(request));
  }

  /**
   * Lists the first page of the gateways, up to 20.
   *
   * @throws AiGatewayException if the call fails
   * @throws IllegalStateException if there is no account, or the client is closed
   */
  public Page<Gateway> list() {
    return list(ListGatewaysOptions.DEFAULT);
  }

  /**
   * Lists one page of the gateways.
   *
   * @throws AiGatewayException if the call fails
   * @throws IllegalStateException if there is no account, or the client is closed
   */
  public Page<Gateway> list(ListGatewaysOptions options) {
    return tryList(options).orElseThrow();
  }

  /** Lists the first page of the gateways, as {@link #list()} does. */
  public Result<Page<Gateway>> tryList() {
    return tryList(ListGatewaysOptions.DEFAULT);
  }

  /** Lists one page of the gateways, as {@link #list(ListGatewaysOptions)} does. */
  public Result<Page<Gateway>> tryList(ListGatewaysOptions options) {
    return caller.execute(operations.list(options));
  }

  /** All gateways; see {@link #listAll(ListGatewaysOptions)}. */
  public GatewayListing listAll() {
    return listAll(ListGatewaysOptions.DEFAULT);
  }

  /**
   * The gateways of all pages. A page is fetched when the loop needs it; nothing is sent before.
   *
   * @param options where to start, how many gateways to fetch at a time (by default 100, the most),
   *     and what to search for
   */
  public GatewayListing listAll(ListGatewaysOptions options) {
    Objects.requireNonNull(options, "options");
    return new GatewayListing(this, options.withLargestPages());
  }

  Subject listSubject() {
    return operations.subject("listGateways", null);
  }

  /**
   * Fetches a gateway.
   *
   * @throws NotFoundException if there is none with this id
   * @throws AiGatewayException if the call fails otherwise
   * @throws IllegalArgumentException if the id is not valid
   * @throws IllegalStateException if there is no account, or the client is closed
   */
  public Gateway get(String id) {
    return tryGet(id).orElseThrow();
  }

  /** Fetches a gateway, as {@link #get get} does. */
  public Result<Gateway> tryGet(String id) {
    return caller.execute(operations.get(id));
  }

  /**
   * Fetches a gateway, if there is one with this id.
   *
   * @return empty only if the API says that there is no such gateway (404 with code 7002)
   * @throws AiGatewayException if the call fails otherwise
   * @throws IllegalArgumentException if the id is not valid
   * @throws IllegalStateException if there is no account, or the client is closed
   */
  public Optional<Gateway> find(String id) {
    return tryFind(id).orElseThrow();
  }

  /** Fetches a gateway if there is one, as {@link #find find} does. */
  public Result<Optional<Gateway>> tryFind(String id) {
    return caller.execute(operations.find(id));
  }

  /**
   * Replaces all settings of a gateway: those that the request leaves out may be reset. To change
   * only some, use {@link #edit edit}.
   *
   * @throws NotFoundException if there is no gateway with this id
   * @throws AiGatewayException if the call fails otherwise
   * @throws IllegalArgumentException if the id is not valid
   * @throws IllegalStateException if there is no account, or the client is closed
   */
  public Gateway update(String id, UpdateGatewayRequest request) {
    return tryUpdate(id, request).orElseThrow();
  }

  /** Replaces the settings of a gateway, as {@link #update update} does. */
  public Result<Gateway> tryUpdate(String id, UpdateGatewayRequest request) {
    return caller.execute(operations.update(id, request));
  }

  /**
   * Changes some settings of a gateway: fetches it, lets {@code change} edit the update, and sends
   * the update. All other settings stay as they are, even those that this version does not know. If
   * the change changes nothing, nothing is sent.
   *
   * <p>The API has no ETag, so a change that somebody else makes in between is overwritten. The
   * call timeout spans both requests; each has its own retries.
   *
   * @param change gets the update filled with the settings as they are
   * @throws NotFoundException if there is no gateway with this id
   * @throws AiGatewayException if one of the two requests fails otherwise; {@link
   *     AiGatewayException#operation()} tells which
   * @throws IllegalArgumentException if the id is not valid, or if a changed setting is not
   *     allowed; then no update is sent
   * @throws IllegalStateException if there is no account, or the client is closed
   */
  public Gateway edit(String id, Consumer<? super UpdateGatewayRequest.Builder> change) {
    return tryEdit(id, change).orElseThrow();
  }

  /**
   * Changes some settings of a gateway, as {@link #edit(String, Consumer)} does; {@code change}
   * gets the gateway as it is, too.
   */
  public Gateway edit(
      String id, BiConsumer<? super Gateway, ? super UpdateGatewayRequest.Builder> change) {
    return tryEdit(id, change).orElseThrow();
  }

  /** Changes some settings of a gateway, as {@link #edit(String, Consumer)} does. */
  public Result<Gateway> tryEdit(String id, Consumer<? super UpdateGatewayRequest.Builder> change) {
    return caller.execute(operations.edit(id, change));
  }

  /** Changes some settings of a gateway, as {@link #edit(String, BiConsumer)} does. */
  public Result<Gateway> tryEdit(
      String id, BiConsumer<? super Gateway, ? super UpdateGatewayRequest.Builder> change) {
    return caller.execute(operations.edit(id, change));
  }

  /**
   * Deletes a gateway, and returns its last state.
   *
   * @throws NotFoundException if there is no gateway with this id; if {@link
   *     AiGatewayException#mayHaveBeenApplied()} is true, an earlier attempt of this call may have
   *     deleted it
   * @throws AiGatewayException if the call fails otherwise
   * @throws IllegalArgumentException if the id is not valid
   * @throws IllegalStateException if there is no account, or the client is closed
   */
  public Gateway delete(String id) {
    return tryDelete(id).orElseThrow();
  }

  /** Deletes a gateway, as {@link #delete delete} does. */
  public Result<Gateway> tryDelete(String id) {
    return caller.execute(operations.delete(id));
  }

  /**
   * The address at which a gateway serves a provider.
   *
   * @throws AiGatewayException if the call fails
   * @throws IllegalArgumentException if the id is not valid
   * @throws IllegalStateException if there is no account, or the client is closed
   */
  public String url(String id, Provider provider) {
    return tryUrl(id, provider).orElseThrow();
  }

  /**
   * The same for the name of a provider, as {@link Provider#of} takes it.
   *
   * @throws AiGatewayException if the call fails
   * @throws IllegalArgumentException if the id or the provider is not valid
   * @throws IllegalStateException if there is no account, or the client is closed
   */
  public String url(String id, String provider) {
    return url(id, Provider.of(provider));
  }

  /** The address at which a gateway serves a provider, as {@link #url(String, Provider)} does. */
  public Result<String> tryUrl(String id, Provider provider) {
    return caller.execute(operations.url(id, provider));
  }

  /** The same for the name of a provider, as {@link #url(String, String)} takes it. */
  public Result<String> tryUrl(String id, String provider) {
    return tryUrl(id, Provider.of(provider));
  }

  /**
   * Returns the account and the options; headers and query without values, as these may be secrets.
   */
  @Override
  public String toString() {
    return "Gateways" + RequestOptions.printed(accountId, settings);
  }
}
