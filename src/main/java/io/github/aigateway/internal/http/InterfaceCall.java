package io.github.aigateway.internal.http;

import io.github.aigateway.internal.json.ModelAdapter;
import io.github.aigateway.model.ModelAdapters;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.Invocation;
import retrofit2.Retrofit;
import retrofit2.http.Streaming;

/**
 * A call that a Retrofit interface of this client made. Immutable.
 *
 * @param <E> the type of the body
 */
public final class InterfaceCall<E> {

  private final Invocation invocation;
  private final Subject subject;

  private InterfaceCall(Invocation invocation, Subject subject) {
    this.invocation = invocation;
    this.subject = subject;
  }

  static <E> InterfaceCall<E> of(Call<E> call, Owner owner, HttpUrl baseUrl) {
    Request request = call.request();
    Trace trace = request.tag(Trace.class);
    Invocation invocation = request.tag(Invocation.class);
    if (trace == null || invocation == null || trace.owner() != owner) {
      throw new IllegalArgumentException(
          "call must be from this client: make its interface with create(…) or api() of the same"
              + " client.");
    }
    if (invocation.method().isAnnotationPresent(Streaming.class)) {
      throw new IllegalArgumentException(
          "call must not be @Streaming: a body that is read later outlives the time limits of the"
              + " call. Leave the annotation out, or execute the call by itself.");
    }
    requireBelow(baseUrl, request.url());
    PathTemplate template = PathTemplate.of(invocation.method());
    return new InterfaceCall<>(invocation, template.subject(request, baseUrl));
  }

  private static void requireBelow(HttpUrl base, HttpUrl url) {
    List<String> prefix = base.pathSegments().subList(0, base.pathSize() - 1);
    boolean below =
        url.scheme().equals(base.scheme())
            && url.host().equals(base.host())
            && url.port() == base.port()
            && url.encodedUsername().isEmpty()
            && url.encodedPassword().isEmpty()
            && url.pathSize() > prefix.size()
            && url.pathSegments().subList(0, prefix.size()).equals(prefix);
    if (!below) {
      throw new IllegalArgumentException(
          "The URL of the call must lie below "
              + base
              + ", but leads to "
              + url.newBuilder().username("").password("").query(null).fragment(null).build()
              + (url.encodedUsername().isEmpty() && url.encodedPassword().isEmpty()
                  ? ""
                  : " with a user or password")
              + ". Make the paths of the interface relative, without a slash at the start.");
    }
  }

  /** What the call is about. */
  public Subject subject() {
    return subject;
  }

  /**
   * The request to be made.
   *
   * @param retrofit makes it with its settings
   * @param requiresSuccess whether {@code "success": false} is a refusal, whatever the value is
   */
  @SuppressWarnings("unchecked") // the method that made a Call<E> makes one again
  public CallSpec<E, E> spec(Retrofit retrofit, boolean requiresSuccess) {
    Method method = invocation.method();
    Object service = retrofit.create(invocation.service());
    // Not by the method: the interface need not be visible here.
    InvocationHandler handler = Proxy.getInvocationHandler(service);
    Call<E> call;
    try {
      call = (Call<E>) handler.invoke(service, method, invocation.arguments().toArray());
    } catch (RuntimeException | Error refused) {
      throw refused;
    } catch (Throwable undeclared) {
      throw new IllegalStateException("Retrofit did not make the call again.", undeclared);
    }
    return new CallSpec<>(
        subject,
        call,
        body -> new Envelope<>(!Boolean.FALSE.equals(successOfModel(body)), body),
        refusal -> Optional.empty(),
        VoidCalls.isVoid(method.getGenericReturnType()),
        requiresSuccess);
  }

  @SuppressWarnings("unchecked") // a model and its adapter have one type
  private static <M> @Nullable Object successOfModel(M body) {
    ModelAdapter<M> model = ModelAdapter.of(ModelAdapters.of((Class<M>) body.getClass()));
    return model == null ? null : model.value(body, "success");
  }
}
