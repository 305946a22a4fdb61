/** A client for the Gateways API of Cloudflare's AI Gateway. */
// Retrofit and OkHttp 4 have no module descriptors, only reserved names; there is nothing we could
// require instead.
@SuppressWarnings({"requires-automatic", "requires-transitive-automatic"})
module io.github.aigateway {
  exports io.github.aigateway;
  exports io.github.aigateway.api;
  exports io.github.aigateway.model;

  // Gson finds the adapter of a model by an annotation, and makes it by reflection.
  opens io.github.aigateway.model to
      com.google.gson;

  requires transitive com.google.gson;
  // Needed by OkHttp 4, which cannot say so, and by nobody else: it would not be there at run time.
  requires kotlin.stdlib;
  requires transitive okhttp3;
  requires okio;
  requires transitive retrofit2;
  requires static transitive org.jspecify;
}
