package io.github.aigateway.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import io.github.aigateway.testing.FakeAiGatewayCaller.Reply;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Another document is another fake, without an edit. */
final class FakeFollowsDocumentTest {
  private final JsonObject document = new JsonObject();
  private final FakeAiGateway fake =
      FakeAiGateway.builder().document(new ApiDocument(document)).start();
  private final FakeAiGatewayCaller api = new FakeAiGatewayCaller(fake);

  @BeforeEach
  void theDocumentThatShips() throws IOException {
    try (InputStream text =
        Objects.requireNonNull(ApiDocument.class.getResourceAsStream("ai-gateway.json"))) {
      String json = new String(text.readAllBytes(), StandardCharsets.UTF_8);
      JsonParser.parseString(json).getAsJsonObject().asMap().forEach(document::add);
    }
  }

  @AfterEach
  void close() {
    api.close();
    fake.close();
  }

  @Test
  void aNewEnumValueIsAccepted() throws IOException {
    assertRefused("retry_backoff", "'made up'", "[\"body\",\"retry_backoff\"]");

    list(schema("RetryBackoff"), "enum").add("made up");

    assertAccepted("retry_backoff", "'made up'");
  }

  @Test
  void aMemberThatBecomesOptionalMayBeAbsent() throws IOException {
    JsonObject sent = FakeAiGatewayCaller.gateway("a");
    sent.remove("cache_ttl");
    assertEquals("Required", api.create(sent).message());

    list(schema("CreateGatewayRequest"), "required").remove(new JsonPrimitive("cache_ttl"));

    assertEquals(200, api.create(sent).status());
  }

  @Test
  void aNewVariantIsAcceptedAndChecked() throws IOException {
    assertRefused("dlp", "{'made_up':['eu']}", "[\"body\",\"dlp\",\"enabled\"]");

    schemas()
        .add(
            "MadeUpVariant",
            json(
                "{'type':'object','required':['made_up'],'properties':{'made_up':"
                    + "{'type':'array','minItems':1,'items':{'type':'string'}}}}"));
    list(schema("Dlp"), "oneOf").add(json("{'$ref':'#/components/schemas/MadeUpVariant'}"));

    assertAccepted("dlp", "{'made_up':['eu']}");
    assertRefused("dlp", "{'made_up':[7]}", "[\"body\",\"dlp\",\"made_up\",0]");
  }

  @Test
  void aNewVariantThatADiscriminatorNamesIsAcceptedAndChecked() throws IOException {
    String path = "[\"body\",\"spend_limits\",\"rules\",0,\"model\",";
    assertRefused("spend_limits", limits("{'mode':'made up'}"), path + "\"mode\"]");

    schemas()
        .add(
            "MadeUpMode",
            json(
                "{'type':'object','required':['mode','pattern'],'properties':{"
                    + "'mode':{'type':'string','x-constant':'made up'},"
                    + "'pattern':{'type':'string'}}}"));
    JsonObject union = schema("SpendLimitSelector");
    list(union, "oneOf").add(json("{'$ref':'#/components/schemas/MadeUpMode'}"));
    union
        .getAsJsonObject("discriminator")
        .getAsJsonObject("mapping")
        .addProperty("made up", "#/components/schemas/MadeUpMode");

    assertAccepted("spend_limits", limits("{'mode':'made up','pattern':'a'}"));
    assertRefused("spend_limits", limits("{'mode':'made up'}"), path + "\"pattern\"]");
    assertRefused("spend_limits", limits("{}"), path + "\"mode\"]");
    assertRefused(
        "spend_limits", limits("[]"), "[\"body\",\"spend_limits\",\"rules\",0,\"model\"]");
  }

  @Test
  void aDiscriminatorWithoutAMappingNamesTheSchemas() throws IOException {
    JsonObject union = schema("SpendLimitSelector");
    union.getAsJsonObject("discriminator").remove("mapping");
    property("SpendLimitPartition", "mode", json("{'type':'string'}"));

    assertAccepted("spend_limits", limits("{'mode':'SpendLimitPartition'}"));
  }

  @Test
  void whatTheDocumentPresetsIsFilledInAtEveryDepth() throws IOException {
    property("CreateGatewayRequest", "made_up_region", json("{'type':'string','default':'weur'}"));
    property("DlpPolicy", "made_up_weight", json("{'type':'integer','default':1}"));

    String policy = "{'id':'p','action':'FLAG','check':[],'enabled':true,'profiles':[]}";
    Reply reply = api.create(gatewayWith("dlp", "{'enabled':true,'policies':[" + policy + "]}"));

    assertEquals("weur", reply.gateway().get("made_up_region").getAsString());
    assertEquals("postpaid", reply.gateway().get("workers_ai_billing_mode").getAsString());
    JsonObject dlp = reply.gateway().getAsJsonObject("dlp");
    assertEquals(1, item(dlp.get("policies")).get("made_up_weight").getAsInt());
  }

  @Test
  void aServerMakesUpTheIdOfARuleAndFillsInTheRest() throws IOException {
    JsonObject rule =
        item(
            api.create(gatewayWith("spend_limits", limits("{'mode':'partition'}")))
                .gateway()
                .getAsJsonObject("spend_limits")
                .get("rules"));

    assertFalse(rule.get("id").getAsString().isEmpty());
    assertTrue(rule.get("enabled").getAsBoolean());
    assertEquals("sliding", rule.get("technique").getAsString());
  }

  @Test
  void aQueryIsCheckedAsTheDocumentSays() throws IOException {
    JsonObject perPage = document.getAsJsonObject("components").getAsJsonObject("parameters");
    perPage = perPage.getAsJsonObject("PerPage").getAsJsonObject("schema");
    assertEquals(
        "per_page: Number must be less than or equal to 100", api.list("?per_page=101").message());

    perPage.addProperty("maximum", 500);
    perPage.addProperty("default", 7);
    list(operation("listGateways"), "parameters")
        .add(
            json(
                "{'name':'made_up_order','in':'query','schema':{'type':'string','enum':['id','age']}}"));

    assertEquals(200, api.list("?per_page=101&made_up_order=age").status());
    assertEquals(7, api.list("").json().getAsJsonObject("result_info").get("per_page").getAsInt());
    assertEquals(
        "made_up_order: Invalid enum value. Expected 'id' | 'age', received 'size'",
        api.list("?made_up_order=size").message());
    assertEquals(200, api.list("?page=9223372036854775807").status());
    assertEquals(400, api.list("?page=9223372036854775808").status());
  }

  @Test
  void whatOnlyTheServerWritesNeedNotBeSentAndHasNoEffect() throws IOException {
    property("CreateGatewayRequest", "made_up_serial", json("{'type':'string','readOnly':true}"));
    property("Gateway", "made_up_serial", json("{'type':'string','readOnly':true}"));
    list(schema("CreateGatewayRequest"), "required").add("made_up_serial");

    Reply reply = api.create(gatewayWith("made_up_serial", "7"));

    assertEquals(200, reply.status(), reply.text());
    assertFalse(reply.gateway().has("made_up_serial"));
  }

  @Test
  void aDocumentWithoutAnOperationOfTheFakeIsNamed() {
    document.getAsJsonObject("paths").entrySet().clear();
    ApiDocument other = new ApiDocument(document);

    assertEquals(
        "The OpenAPI document has no operation createGateway.",
        assertThrows(IllegalStateException.class, () -> other.requestBody("createGateway"))
            .getMessage());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      quoteCharacter = '~',
      value = {
        "{'type':'string'} ! 'a' ! 1 ! Expected string, received number",
        "{'type':'string'} ! '' ! null ! Expected string, received null",
        "{'type':'string','nullable':true} ! null ! [] ! Expected string, received array",
        "{'type':'string','minLength':2} ! '😀😀' ! '😀' ! String must contain at least 2"
            + " character(s)",
        "{'type':'string','maxLength':1} ! '😀' ! 'ab' ! String must contain at most 1"
            + " character(s)",
        "{'type':'string','pattern':'^a.$'} ! 'ab' ! 'ab\\n' ! Invalid",
        "{'type':'string','pattern':'b'} ! 'abc' ! 'ac' ! Invalid",
        "{'type':'string','format':'uri'} ! 'https://a' ! 'a b' ! Invalid url",
        "{'type':'string','enum':['a','b']} ! 'b' ! 'c' !"
            + " Invalid enum value. Expected 'a' | 'b', received 'c'",
        "{'type':'string','x-constant':'a'} ! 'a' ! 7 ! Expected 'a', received number",
        "{'type':'boolean'} ! false ! 'false' ! Expected boolean, received string",
        "{'type':'integer'} ! 2.0 ! 2.5 ! Expected integer, received float",
        "{'type':'integer'} ! 1e30 ! true ! Expected number, received boolean",
        "{'type':'integer','format':'int64'} ! 9223372036854775807 ! 9223372036854775808 !"
            + " Number must be less than or equal to 9223372036854775807",
        "{'type':'number','minimum':1} ! 1 ! 0.9 ! Number must be greater than or equal to 1",
        "{'type':'number','maximum':1} ! 1.0 ! 1.1 ! Number must be less than or equal to 1",
        "{'type':'number','minimum':0,'exclusiveMinimum':true} ! 1e-9 ! 0 !"
            + " Number must be greater than 0",
        "{'type':'number','maximum':9,'exclusiveMaximum':true} ! 8 ! 9 ! Number must be less than"
            + " 9",
        "{'type':'number','multipleOf':0.5} ! 1.5 ! 1.2 ! Number must be a multiple of 0.5",
        "{'type':'array','minItems':1} ! [1] ! [] ! Array must contain at least 1 element(s)",
        "{'type':'array','maxItems':1} ! [null] ! [1,2] ! Array must contain at most 1 element(s)",
        "{'type':'array','uniqueItems':true} ! [1,2] ! [{},{}] !"
            + " Array must not contain an element twice",
        "{'type':'array','items':{'type':'integer','nullable':true}} ! [1,null] ! [1,'a'] !"
            + " Expected number, received string",
        "{'type':'object','minProperties':1} ! {'a':1} ! {} ! Object must contain at least 1"
            + " key(s)",
        "{'type':'object','maxProperties':1} ! {} ! {'a':1,'b':2} !"
            + " Object must contain at most 1 key(s)",
        "{'type':'object','additionalProperties':{'type':'string'}} ! {'a':'b'} ! {'a':1} !"
            + " Expected string, received number",
        "{'type':'object','additionalProperties':false} ! {} ! {'a':1} !"
            + " Unrecognized key(s) in object: 'a'",
        "{'type':'object','required':['a']} ! {'a':null} ! {} ! Required",
        "{'allOf':[{'type':'object','required':['a']},{'type':'object','properties':{'b':"
            + "{'type':'string'}}}]} ! {'a':1,'b':''} ! {'a':1,'b':2} !"
            + " Expected string, received number",
        "{'type':'string','nullable':true,'allOf':[{'$ref':'#/components/schemas/MadeUpEnum'}]} !"
            + " null ! 'ODD' ! Invalid enum value. Expected 'a' | 'b', received 'ODD'",
        "{'oneOf':[{'type':'string'},{'type':'integer'}]} ! 1 ! true !"
            + " Expected string, received boolean"
      })
  void everyKeywordIsChecked(String schema, String good, String bad, String message)
      throws IOException {
    schemas().add("MadeUpEnum", json("{'type':'string','enum':['a','b']}"));
    property("CreateGatewayRequest", "made_up_probe", json(schema));

    assertAccepted("made_up_probe", good);
    Reply refused = api.create(gatewayWith("made_up_probe", bad));
    assertEquals(message, refused.message());
    assertEquals(1, refused.errors().size(), refused.text());
  }

  @Test
  void aSchemaThatSaysNothingTakesAnything() throws IOException {
    property("CreateGatewayRequest", "made_up_probe", json("{}"));

    assertAccepted("made_up_probe", "null");
    assertAccepted("made_up_probe", "[{'a':1}]");
  }

  private void assertAccepted(String member, String value) throws IOException {
    Reply reply = api.create(gatewayWith(member, value));
    assertEquals(200, reply.status(), reply.text());
    assertEquals(200, api.delete("a").status());
  }

  private void assertRefused(String member, String value, String path) throws IOException {
    Reply reply = api.create(gatewayWith(member, value));
    assertEquals(400, reply.status(), reply.text());
    assertEquals(path, reply.path());
  }

  private static JsonObject gatewayWith(String member, String value) {
    JsonObject gateway = FakeAiGatewayCaller.gateway("a");
    gateway.add(member, JsonParser.parseString(value));
    return gateway;
  }

  private static String limits(String model) {
    return "{'rules':[{'limit':1,'limitType':'cost','window':60,'model':" + model + "}]}";
  }

  private static JsonObject json(String text) {
    return JsonParser.parseString(text).getAsJsonObject();
  }

  private static JsonObject item(JsonElement list) {
    return list.getAsJsonArray().get(0).getAsJsonObject();
  }

  private static JsonArray list(JsonObject owner, String name) {
    return owner.getAsJsonArray(name);
  }

  private JsonObject schemas() {
    return document.getAsJsonObject("components").getAsJsonObject("schemas");
  }

  private JsonObject schema(String name) {
    return schemas().getAsJsonObject(name);
  }

  private void property(String schema, String name, JsonObject about) {
    schema(schema).getAsJsonObject("properties").add(name, about);
  }

  private JsonObject operation(String operationId) {
    return document.getAsJsonObject("paths").asMap().values().stream()
        .flatMap(path -> path.getAsJsonObject().asMap().values().stream())
        .filter(JsonElement::isJsonObject)
        .map(JsonElement::getAsJsonObject)
        .filter(each -> new JsonPrimitive(operationId).equals(each.get("operationId")))
        .findFirst()
        .orElseThrow();
  }
}
