/** A client for the Gateways API of Cloudflare's AI Gateway. */
// Retrofit and OkHttp 4 are automatic modules; there is nothing else that we could require.
@SuppressWarnings({"requires-automatic", "requires-transitive-automatic"})
module io.github.aigateway {
  exports io.github.aigateway;
  exports io.github.aigateway.api;
  exports io.github.aigateway.json;
  exports io.github.aigateway.model;

  // Gson makes the adapter that a model's annotation names by reflection.
  opens io.github.aigateway.model to
      com.google.gson;

  requires transitive com.google.gson;
  // OkHttp 4 needs it, but cannot require it: it would be missing at run time.
  requires kotlin.stdlib;
  requires transitive okhttp3;
  requires okio;
  requires transitive retrofit2;
  requires static transitive org.jspecify;
}
