package io.github.aigateway.internal.http;

import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import okhttp3.RequestBody;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Converter;
import retrofit2.Retrofit;

/**
 * A caller's converters. Retrofit does not report some errors of theirs: a future would never
 * complete.
 */
final class CallersConverters extends Converter.Factory {

  private final Converter.Factory callers;

  CallersConverters(Converter.Factory callers) {
    this.callers = callers;
  }

  @Override
  public @Nullable Converter<ResponseBody, ?> responseBodyConverter(
      Type type, Annotation[] annotations, Retrofit retrofit) {
    Converter<ResponseBody, ?> converter =
        callers.responseBodyConverter(type, annotations, retrofit);
    return converter == null
        ? null
        : body -> {
          try {
            return converter.convert(body);
          } catch (Error error) {
            throw new UnusableBodyException.NotRead(error);
          }
        };
  }

  @Override
  public @Nullable Converter<?, RequestBody> requestBodyConverter(
      Type type,
      Annotation[] parameterAnnotations,
      Annotation[] methodAnnotations,
      Retrofit retrofit) {
    return callers.requestBodyConverter(type, parameterAnnotations, methodAnnotations, retrofit);
  }

  @Override
  public @Nullable Converter<?, String> stringConverter(
      Type type, Annotation[] annotations, Retrofit retrofit) {
    return callers.stringConverter(type, annotations, retrofit);
  }
}
