package io.github.aigateway.internal.http;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.List;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import retrofit2.http.DELETE;
import retrofit2.http.GET;
import retrofit2.http.HEAD;
import retrofit2.http.HTTP;
import retrofit2.http.OPTIONS;
import retrofit2.http.PATCH;
import retrofit2.http.POST;
import retrofit2.http.PUT;

/**
 * The path in the annotation of a method of a Retrofit interface.
 *
 * @param path the path without its query, with parameters in braces; empty if the method has a URL
 *     as parameter
 */
record PathTemplate(String path) {

  private static final Pattern PARAMETER = Pattern.compile("\\{[^{}]+}");

  static PathTemplate of(Method method) {
    for (Annotation annotation : method.getAnnotations()) {
      String path = path(annotation);
      if (path != null) {
        return new PathTemplate(path.split("[?]", 2)[0]);
      }
    }
    return new PathTemplate("");
  }

  private static @Nullable String path(Annotation annotation) {
    if (annotation instanceof GET get) {
      return get.value();
    }
    if (annotation instanceof POST post) {
      return post.value();
    }
    if (annotation instanceof PUT put) {
      return put.value();
    }
    if (annotation instanceof PATCH patch) {
      return patch.value();
    }
    if (annotation instanceof DELETE delete) {
      return delete.value();
    }
    if (annotation instanceof HEAD head) {
      return head.value();
    }
    if (annotation instanceof OPTIONS options) {
      return options.value();
    }
    return annotation instanceof HTTP http ? http.path() : null;
  }

  /** What a request is about that was made from the template. */
  Subject subject(Request request, HttpUrl baseUrl) {
    String operation = path.isEmpty() ? request.method() : request.method() + " " + path;
    return new Subject(
        operation,
        parameterAfter("accounts", request.url(), baseUrl),
        parameterAfter("gateways", request.url(), baseUrl));
  }

  /** The value of the parameter that follows a segment; null if there is none. */
  private @Nullable String parameterAfter(String segment, HttpUrl url, HttpUrl baseUrl) {
    String[] template = path.split("/", -1);
    // What a slash at the start splits off is no segment.
    int ahead = path.startsWith("/") ? -1 : baseUrl.pathSize() - 1;
    List<String> values = url.pathSegments();
    // Otherwise a value has a slash, so nobody knows which segments it takes.
    if (values.size() == ahead + template.length) {
      for (int i = 1; i < template.length; i++) {
        if (template[i - 1].equals(segment) && PARAMETER.matcher(template[i]).matches()) {
          return values.get(ahead + i);
        }
      }
    }
    return null;
  }
}
