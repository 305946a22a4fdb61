package io.github.aigateway;

import static io.github.aigateway.FaultCase.row;

import io.github.aigateway.testing.Fault;
import io.github.aigateway.testing.Operation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** The part of the table in which HTTP is in order and the body is not. */
final class HostileBodies {

  /** Stands for a result of the type that the operation has. */
  private static final String RESULT = "$RESULT";

  private static final String DEEP = "[".repeat(10_000) + "]".repeat(10_000);

  private HostileBodies() {}

  static List<FaultCase> cases() {
    List<FaultCase> cases = new ArrayList<>(documents());
    cases.addAll(encodings());
    for (String errors :
        List.of(
            "null",
            "7",
            "\"no\"",
            "{}",
            "[]",
            "[null]",
            "[1,\"x\",true]",
            "[[[{}]]]",
            "[{}]",
            "[{\"code\":\"7001\",\"message\":{}}]",
            "[{\"code\":1e99,\"path\":7}]",
            "[{\"path\":[null,[],{},1.5]}]",
            "[{\"error_chain\":[[],{}]}]",
            DEEP)) {
      cases.addAll(errors(errors));
    }
    return cases;
  }

  private static List<FaultCase> documents() {
    return List.of(
        json("members in order", "{'success':true,'result':$RESULT}"),
        json("unknown members", "{'success':true,'x':[{}],'result':$RESULT}"),
        json("10 000 deep", "{'success':true,'x':" + DEEP + ",'result':$RESULT}"),
        json("10 000 deep result", "{'success':true,'result':" + DEEP + "}"),
        json("10 000 deep root", DEEP),
        json("success twice", "{'success':true,'success':true,'result':$RESULT}"),
        json("result twice", "{'success':true,'result':$RESULT,'result':$RESULT}"),
        json("unknown twice", "{'success':true,'x':1,'x':2,'result':$RESULT}"),
        json("success, then none", "{'success':true,'success':false,'result':$RESULT}"),
        json("success missing", "{'result':$RESULT}"),
        json("success null", "{'success':null,'result':$RESULT}"),
        json("success a text", "{'success':'true','result':$RESULT}"),
        json("success a number", "{'success':1,'result':$RESULT}"),
        json("success an object", "{'success':{},'result':$RESULT}"),
        json("no success", "{'success':false,'errors':[]}"),
        json("no success, result", "{'success':false,'result':$RESULT}"),
        json("no success, null", "{'success':false,'result':null}"),
        json("no success, other", "{'result':7,'success':false}"),
        json("result null", "{'success':true,'result':null}"),
        json("result missing", "{'success':true}"),
        json("result a number", "{'success':true,'result':7}"),
        json("result a boolean", "{'success':true,'result':true}"),
        json("result of numbers", "{'success':true,'result':[1]}"),
        json("result of lists", "{'success':true,'result':[[]]}"),
        json("result of null", "{'success':true,'result':[null]}"),
        row("result of another type", HostileBodies::otherType),
        row("result with a wrong item", HostileBodies::wrongItem),
        row("result with odd fields", HostileBodies::oddFields),
        json("result_info a list", "{'success':true,'result':$RESULT,'result_info':[]}"),
        json("result_info odd", "{'success':true,'result':$RESULT,'result_info':{'page':'1'}}"),
        json("no member at all", "{}"),
        json("a list", "[]"),
        json("null", "null"),
        json("a text", "'x'"),
        json("two documents", "{'success':true,'result':$RESULT}{}"),
        json("more behind it", "{'success':true,'result':$RESULT},"),
        json("unquoted", "{success:true,'result':$RESULT}"),
        json("a comment", "/**/{'success':true,'result':$RESULT}"),
        json("NaN", "{'success':true,'x':NaN,'result':$RESULT}"),
        json("comma at the end", "{'success':true,'result':$RESULT,}"),
        json("prefix", ")]}'\n{'success':true,'result':$RESULT}"),
        json("not JSON", "<?xml version='1.0'?><x/>"),
        json("truncated JSON", "{'success':true,'result':$RESULT"),
        row("truncated JSON of its own", Fault.truncatedJson()),
        row("empty body", Fault.emptyBody(200)),
        json("blank body", " \n "));
  }

  private static List<FaultCase> encodings() {
    String document = "{'success':true,'x':'ü','result':$RESULT}";
    return List.of(
        bytes("byte order mark", "\uFEFF" + document, StandardCharsets.UTF_8),
        bytes("byte order mark alone", "\uFEFF", StandardCharsets.UTF_8),
        bytes("invalid UTF-8", document, StandardCharsets.ISO_8859_1),
        bytes("UTF-16", document, StandardCharsets.UTF_16LE),
        row("another type", op -> typed(op, document, "text/html")),
        row("no known type", op -> typed(op, document, "?")),
        row("gzip", op -> gzip(zip(bytes(op, document)))),
        row("half of gzip", op -> gzip(half(zip(bytes(op, document))))),
        row("spoilt gzip", op -> gzip(spoilt(zip(bytes(op, document))))),
        row("empty gzip", gzip(new byte[0])),
        row("error, wrong gzip", wrongGzip(400)),
        row("502, wrong gzip", wrongGzip(502)));
  }

  private static List<FaultCase> errors(String errors) {
    String shown = errors.length() > 40 ? "10 000 deep" : errors;
    return List.of(
        row(
            "400, errors " + shown,
            Fault.body(400, "{'success':false,'errors':".replace('\'', '"') + errors + "}")),
        json("no success, errors " + shown, "{'success':false,'errors':" + errors + "}"));
  }

  private static FaultCase json(String name, String document) {
    return row(name, op -> typed(op, document, "application/json"));
  }

  private static FaultCase bytes(String name, String document, Charset charset) {
    return row(
        name, op -> Fault.body(200, "application/json", text(op, document).getBytes(charset)));
  }

  private static Fault otherType(Operation operation) {
    String other =
        switch (operation) {
          case LIST -> "{'id':'existing'}";
          case URL -> "{'url':'x'}";
          default -> "'existing'";
        };
    return typed(operation, "{'success':true,'result':" + other + "}", "application/json");
  }

  /** Only an item of a list, as deep as can be, is of another type. */
  private static Fault wrongItem(Operation operation) {
    String other =
        switch (operation) {
          case LIST -> "[{'id':'existing','otel':[7]}]";
          case URL -> "['x']";
          default -> "{'id':'existing','otel':[7]}";
        };
    return typed(operation, "{'success':true,'result':" + other + "}", "application/json");
  }

  private static Fault oddFields(Operation operation) {
    String document = text(operation, "{'success':true,'result':$RESULT}");
    String odd = document.replace("\"}", "\",'cache_ttl':'60','otel':{},'stripe':7}");
    return typed(operation, odd, "application/json");
  }

  private static Fault typed(Operation operation, String document, String type) {
    return Fault.body(200, type, bytes(operation, document));
  }

  private static Fault gzip(byte[] body) {
    return Fault.body(200, "application/json", body).header("Content-Encoding", "gzip");
  }

  private static Fault wrongGzip(int status) {
    return Fault.status(status).header("Content-Encoding", "gzip");
  }

  private static byte[] bytes(Operation operation, String document) {
    return text(operation, document).getBytes(StandardCharsets.UTF_8);
  }

  /** Writes the document with real quotes, and a result as the operation has it. */
  private static String text(Operation operation, String document) {
    String result =
        switch (operation) {
          case CREATE -> "{'id':'" + Calls.NEW_ID + "'}";
          case LIST -> "[{'id':'existing'}]";
          case URL -> "'https://gateway.ai.cloudflare.com/v1/a/existing/openai'";
          default -> "{'id':'existing'}";
        };
    return document.replace(RESULT, result).replace('\'', '"');
  }

  private static byte[] zip(byte[] body) {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
      out.write(body);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return zipped.toByteArray();
  }

  private static byte[] half(byte[] bytes) {
    return Arrays.copyOf(bytes, bytes.length / 2);
  }

  /** The checksum at the end is wrong. */
  private static byte[] spoilt(byte[] zipped) {
    byte[] spoilt = zipped.clone();
    spoilt[spoilt.length - 6] ^= 1;
    return spoilt;
  }
}
