package io.github.aigateway.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.github.aigateway.testing.FakeAiGatewayCaller.Reply;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Another document is another fake, without an edit. */
final class FakeFollowsDocumentTest extends ChangedDocument {
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
}
