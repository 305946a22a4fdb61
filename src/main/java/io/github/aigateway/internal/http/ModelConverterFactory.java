package io.github.aigateway.internal.http;

import com.google.gson.JsonElement;
import com.google.gson.TypeAdapter;
import io.github.aigateway.internal.json.Json;
import io.github.aigateway.internal.json.ValueAdapter;
import io.github.aigateway.internal.json.ValueAdapters;
import io.github.aigateway.model.ModelAdapters;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okhttp3.ResponseBody;
import okio.BufferedSource;
import okio.ByteString;
import org.jspecify.annotations.Nullable;
import retrofit2.Converter;
import retrofit2.Retrofit;

/** Lets Retrofit read and write the generated models, by their own adapters. */
final class ModelConverterFactory extends Converter.Factory {

  private static final MediaType JSON = MediaType.get("application/json; charset=utf-8");

  /** One value is allowed for this many bytes of a response. Real values take twice as many. */
  private static final int BYTES_PER_VALUE = 16;

  private static final int SMALLEST_MAX_VALUES = 1024;

  private static final ByteString BYTE_ORDER_MARK = ByteString.decodeHex("efbbbf");

  private final int maxValues;

  /** Whether single values, such as a text, are left to others. */
  private final boolean modelsOnly;

  /**
   * Makes a factory whose converters also limit the number of values: many small values take far
   * more memory than their text.
   */
  ModelConverterFactory(long maxResponseBytes) {
    this(maxResponseBytes, false);
  }

  /** For models and JSON alone: a caller's converter may read a text that is no JSON. */
  static ModelConverterFactory ofModels(long maxResponseBytes) {
    return new ModelConverterFactory(maxResponseBytes, true);
  }

  private ModelConverterFactory(long maxResponseBytes, boolean modelsOnly) {
    this.modelsOnly = modelsOnly;
    long values = Math.max(SMALLEST_MAX_VALUES, maxResponseBytes / BYTES_PER_VALUE);
    maxValues = (int) Math.min(Integer.MAX_VALUE, values);
  }

  @Override
  public @Nullable Converter<ResponseBody, ?> responseBodyConverter(
      Type type, Annotation[] annotations, Retrofit retrofit) {
    ValueAdapter<?> adapter = adapter(type);
    return adapter == null ? VoidCalls.converter(type) : body -> read(body, adapter);
  }

  @Override
  public @Nullable Converter<?, RequestBody> requestBodyConverter(
      Type type,
      Annotation[] parameterAnnotations,
      Annotation[] methodAnnotations,
      Retrofit retrofit) {
    ValueAdapter<?> adapter = adapter(type);
    return adapter == null ? null : writer(adapter);
  }

  private @Nullable ValueAdapter<?> adapter(Type type) {
    if (type instanceof Class<?> model) {
      return adapter(model);
    }
    if (type instanceof ParameterizedType generic) {
      Type[] arguments = generic.getActualTypeArguments();
      ValueAdapter<?> last = adapter(arguments[arguments.length - 1]);
      if (last != null && generic.getRawType() == List.class) {
        return ValueAdapters.list(last);
      }
      if (last != null && generic.getRawType() == Map.class && arguments[0] == String.class) {
        return ValueAdapters.map(last);
      }
    }
    return null;
  }

  private <T> @Nullable ValueAdapter<T> adapter(Class<T> type) {
    TypeAdapter<T> model = ModelAdapters.of(type);
    boolean others = modelsOnly && model == null && !JsonElement.class.isAssignableFrom(type);
    return others ? null : ValueAdapters.of(type, model);
  }

  private <T> T read(ResponseBody body, ValueAdapter<T> adapter) throws IOException {
    try (BufferedSource source = body.source()) {
      if (source.rangeEquals(0, BYTE_ORDER_MARK)) {
        source.skip(BYTE_ORDER_MARK.size());
      }
      return Json.read(source.inputStream(), adapter, maxValues);
    } catch (VirtualMachineError | LinkageError error) {
      // Retrofit does not report these errors: a future would never complete.
      throw new UnusableBodyException.NotRead(error);
    }
  }

  private static <T> Converter<T, RequestBody> writer(ValueAdapter<T> adapter) {
    return value -> RequestBody.create(Json.write(value, adapter).readByteString(), JSON);
  }
}
