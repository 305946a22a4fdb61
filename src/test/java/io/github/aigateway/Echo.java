package io.github.aigateway;

/** What a server may do with what it was sent. */
enum Echo {
  ERRORS(400, "{\"success\":false,\"errors\":[{\"code\":1,\"message\":\"%s\"},\"%<s\"]}"),
  CHAIN(403, "{\"errors\":[{\"error_chain\":[{\"message\":\"%s\",\"path\":[\"%<s\"]}]}]}"),
  EDGE(503, "{\"error_code\":1,\"title\":\"%s\",\"type\":\"%<s\"}"),
  REFUSED_WITH_200(200, "{\"success\":false,\"errors\":[{\"message\":\"%s\"}]}"),
  PAGE(200, "<html>%s</html>"),
  MEMBER_NAME(200, "{\"success\":true,\"result\":{\"dlp\":{\"%s\":[}}"),
  CUT_SHORT(500, "x".repeat(8 * 1024 - 20) + "%s");

  final int status;
  final String body;

  Echo(int status, String body) {
    this.status = status;
    this.body = body;
  }
}
