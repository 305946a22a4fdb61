package io.github.aigateway.internal.http;

import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import okhttp3.ResponseBody;
import okio.BufferedSource;
import okio.Okio;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.CallAdapter;
import retrofit2.Converter;
import retrofit2.Retrofit;
import retrofit2.http.HEAD;
import retrofit2.http.HTTP;

/**
 * Reads the bodies of calls without a value to their end, which Retrofit does not: they may say
 * that the call failed.
 */
final class VoidCalls extends CallAdapter.Factory {

  /** Stands for a body that is read and dropped. */
  private static final class Dropped {}

  static boolean isVoid(Type returnType) {
    return returnType instanceof ParameterizedType generic
        && generic.getRawType() == Call.class
        && generic.getActualTypeArguments()[0] == Void.class;
  }

  /** A response to HEAD has no body, and Retrofit wants to see that nobody expects one. */
  private static boolean isHead(Annotation[] annotations) {
    return Arrays.stream(annotations)
        .anyMatch(
            annotation ->
                annotation instanceof HEAD
                    || (annotation instanceof HTTP http && http.method().equals("HEAD")));
  }

  /** Reads a body to its end; null for another type. */
  static @Nullable Converter<ResponseBody, ?> converter(Type type) {
    return type == Dropped.class ? VoidCalls::drop : null;
  }

  private static @Nullable Object drop(ResponseBody body) throws IOException {
    try (BufferedSource source = body.source()) {
      source.readAll(Okio.blackhole());
    }
    return null;
  }

  @Override
  public @Nullable CallAdapter<?, ?> get(
      Type returnType, Annotation[] annotations, Retrofit retrofit) {
    return isVoid(returnType) && !isHead(annotations) ? new Adapter() : null;
  }

  private static final class Adapter implements CallAdapter<Object, Call<Object>> {

    @Override
    public Type responseType() {
      return Dropped.class;
    }

    @Override
    public Call<Object> adapt(Call<Object> call) {
      return call;
    }
  }
}
