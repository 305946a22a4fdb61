package io.github.aigateway.internal.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Method;
import org.junit.jupiter.api.Test;
import retrofit2.http.DELETE;
import retrofit2.http.GET;
import retrofit2.http.HEAD;
import retrofit2.http.HTTP;
import retrofit2.http.OPTIONS;
import retrofit2.http.PATCH;
import retrofit2.http.POST;
import retrofit2.http.PUT;

/** The path is in the annotation, whatever the method. */
class PathTemplateTest {

  /** Its methods are asked for their annotations alone. */
  interface Paths {
    @GET("get")
    void get();

    @POST("post")
    void post();

    @PUT("put?a=b")
    void put();

    @PATCH("patch")
    void patch();

    @DELETE("delete")
    void delete();

    @HEAD("head")
    void head();

    @OPTIONS("options")
    void options();

    @HTTP(method = "LOCK", path = "lock")
    void lock();

    void none();
  }

  @Test
  void eachAnnotationHasItsPath() {
    for (Method method : Paths.class.getDeclaredMethods()) {
      String path = PathTemplate.of(method).path();
      assertEquals(method.getName().equals("none") ? "" : method.getName(), path);
    }
  }
}
