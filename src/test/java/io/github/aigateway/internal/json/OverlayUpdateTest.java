package io.github.aigateway.internal.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.aigateway.model.CreateGatewayRequest;
import io.github.aigateway.model.Gateway;
import io.github.aigateway.model.ModelAdapters;
import io.github.aigateway.model.UpdateGatewayRequest;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is written: the gateway as it came, with what is wanted laid over it. */
@Tag("quick")
class OverlayUpdateTest {

  private static final Overlay<CreateGatewayRequest, Gateway, UpdateGatewayRequest> OVERLAY =
      new Overlay<>(
          ModelAdapters.of(CreateGatewayRequest.class),
          ModelAdapters.of(Gateway.class),
          ModelAdapters.of(UpdateGatewayRequest.class));

  /** A gateway as a newer API may send it, with all that is easily lost. */
  private static final String GATEWAY =
      """
      {"id":"a","account_id":null,"internal_id":"i","created_at":"2026-04-23 04:55:11",
       "modified_at":"2026-04-23T04:55:11.123Z","is_default":true,
       "authentication":true,"cache_invalidate_on_update":false,"cache_ttl":null,
       "collect_logs":"yes","log_management_strategy":"ASK_A_FRIEND","logpush_public_key":null,
       "rate_limiting_interval":0,"rate_limiting_limit":null,"store_id":"","zdr":null,
       "dlp":{"enabled":true,"policies":[{"id":"p","action":"SHRUG","check":["NEW"],
         "enabled":true,"profiles":["x"],"later":1}],"new":{"b":null}},
       "otel":[{"url":"https://o.example.com","headers":{"k":"v","unknown":""},
         "content_type":"avro","more":{"a":[null]}}],
       "stripe":null,"guardrails":{"prompt":{"S1":"WARN","S99":"BLOCK"},"response":{},"x":1.50},
       "spend_limits":{"enabled":true,"rules":[
         {"id":"r1","limit":0.1000000000000000055511151231257827,"limitType":"tokens",
          "window":9223372036854775807,"extra":null},
         {"id":"r2","limit":1E+400,"limitType":"cost","window":60,"technique":"leaky"}]},
       "workers_ai_billing_mode":"barter","unknown_null":null,"unknown_text":"<>&",
       "unknown_number":1.50,"unknown_big":12345678901234567890123,
       "unknown_date":"2026-04-23 04:55:11","unknown_deep":{"a":[1,{"b":null}],"c":1e5}}\
      """;

  private static final List<String> READ_ONLY =
      List.of("id", "account_id", "internal_id", "created_at", "modified_at", "is_default");

  /** Each line: what is wanted, and what the fields in question are to be then. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {'cache_ttl':60}         | {'cache_ttl':60}
          {'collect_logs':true}    | {'collect_logs':true}
          {'zdr':true}             | {'zdr':true}
          {'store_id':'s'}         | {'store_id':'s'}
          {'logpush':false,'cache_ttl':0,'store_id':null,'new':null} | {'logpush':false,'new':null}
          {'guardrails':{'prompt':{'S1':'BLOCK'},'response':{'P1':'FLAG'}}} | {'guardrails':{'prompt':{'S1':'BLOCK','S99':'BLOCK'},'response':{'P1':'FLAG'},'x':1.50}}
          {'guardrails':{'prompt':{'S1':'BLOCK'},'response':{},'x':1.5}} | {'guardrails':{'prompt':{'S1':'BLOCK','S99':'BLOCK'},'response':{},'x':1.50}}
          {'guardrails':null}      | {'guardrails':null}
          {'dlp':{'enabled':false,'policies':[{'id':'p'}]}} | {'dlp':{'enabled':false,'policies':[{'id':'p','action':'SHRUG','check':['NEW'],'enabled':true,'profiles':['x'],'later':1}],'new':{'b':null}}}
          {'dlp':{'enabled':true,'policies':[{'id':'q'},{'id':'p','action':'FLAG'}]}} | {'dlp':{'enabled':true,'policies':[{'id':'q'},{'id':'p','action':'FLAG','check':['NEW'],'enabled':true,'profiles':['x'],'later':1}],'new':{'b':null}}}
          {'dlp':{'enabled':true,'policies':[{'id':'q'}]}} | {'dlp':{'enabled':true,'policies':[{'id':'q'}],'new':{'b':null}}}
          {'dlp':{'action':'FLAG','enabled':true,'profiles':[]}} | {'dlp':{'action':'FLAG','enabled':true,'profiles':[],'new':{'b':null}}}
          {'dlp':{'mode':'later'}} | {'dlp':{'new':{'b':null},'mode':'later'}}
          {'dlp':'off'}            | {'dlp':'off'}
          {'otel':[{'url':'https://new.example.com','headers':{'k':'w','l':'m'}}]} | {'otel':[{'url':'https://new.example.com','headers':{'k':'w','unknown':'','l':'m'},'content_type':'avro','more':{'a':[null]}}]}
          {'otel':[{'url':'https://o.example.com','headers':{}},{'url':'b','headers':{}}]} | {'otel':[{'url':'https://o.example.com','headers':{}},{'url':'b','headers':{}}]}
          {'otel':[]}              | {'otel':[]}
          {'otel':null}            | {'otel':null}
          {'stripe':{'authorization':'s','usage_events':[]}} | {'stripe':{'authorization':'s','usage_events':[]}}
          {'spend_limits':{'enabled':false}} | {'spend_limits':{'enabled':false,'rules':[R1,R2]}}
          {'spend_limits':{'rules':[{'limit':5},{'window':61}]}} | {'spend_limits':{'enabled':true,'rules':[{'id':'r1','limit':5,'limitType':'tokens','window':9223372036854775807,'extra':null},{'id':'r2','limit':1E+400,'limitType':'cost','window':61,'technique':'leaky'}]}}
          {'spend_limits':{'rules':[{'id':'r2'},{'id':'r1'}]}} | {'spend_limits':{'enabled':true,'rules':[R2,R1]}}
          {'spend_limits':{'rules':[{'id':'r2'}]}} | {'spend_limits':{'enabled':true,'rules':[R2]}}
          {'spend_limits':{'rules':[{'limit':5},{'id':'r1'}]}} | {'spend_limits':{'enabled':true,'rules':[{'limit':5},R1]}}
          {'spend_limits':{'rules':[{'limit':5},{'id':'r2'}]}} | {'spend_limits':{'enabled':true,'rules':[{'id':'r1','limit':5,'limitType':'tokens','window':9223372036854775807,'extra':null},R2]}}
          {'spend_limits':{'rules':[{'limit':5}]}} | {'spend_limits':{'enabled':true,'rules':[{'limit':5}]}}
          {'spend_limits':{'rules':[{'limit':5},{'limit':6},{'id':'r1'}]}} | {'spend_limits':{'enabled':true,'rules':[{'limit':5},{'limit':6},R1]}}
          {'spend_limits':{'rules':[{'id':'r3','limit':5},{'id':'r2'}]}} | {'spend_limits':{'enabled':true,'rules':[{'id':'r3','limit':5},R2]}}
          {'spend_limits':{'rules':[{'id':'r1'},{'id':'r2','model':{'mode':'filter','values':['m']}}]}} | {'spend_limits':{'enabled':true,'rules':[R1,{'id':'r2','limit':1E+400,'limitType':'cost','window':60,'technique':'leaky','model':{'mode':'filter','values':['m']}}]}}
          {'unknown_number':1.5}   | {}
          {'unknown_number':2}     | {'unknown_number':2}
          {'unknown_text':null}    | {'unknown_text':null}
          {'unknown_deep':{'a':[1.0,{'b':2}]}} | {'unknown_deep':{'a':[1,{'b':2}],'c':1e5}}
          {'unknown_deep':{'a':[1.0,{'b':null}],'c':6}} | {'unknown_deep':{'a':[1,{'b':null}],'c':6}}
          {'unknown_deep':{'a':[]}} | {'unknown_deep':{'a':[],'c':1e5}}
          {'unknown_deep':[7]}     | {'unknown_deep':[7]}
          {'brand_new':{'a':null}} | {'brand_new':{'a':null}}
          {'created_at':'now','account_id':'b','is_default':false} | {}
          """)
  void isLaidOverWhatCameAndNothingElseChanges(String wanted, String changed) {
    JsonObject expected = object(GATEWAY);
    READ_ONLY.forEach(expected::remove);
    expected.remove("zdr"); // null, which the API refuses in an update
    JsonArrayRules rules = new JsonArrayRules(object(GATEWAY));
    object(rules.in(changed)).asMap().forEach(expected::add);
    UpdateGatewayRequest update = update(wanted, GATEWAY);
    JsonObject sent = object(update.toJson());
    assertEquals(expected.keySet(), sent.keySet());
    expected.asMap().forEach((name, value) -> assertEquals(text(value), text(sent.get(name))));
  }

  /** The rules of the gateway, as texts. */
  private record JsonArrayRules(JsonObject gateway) {
    String in(String text) {
      return text.replace("R1", rule(0)).replace("R2", rule(1)).replace('\'', '"');
    }

    private String rule(int index) {
      return gateway.getAsJsonObject("spend_limits").getAsJsonArray("rules").get(index).toString();
    }
  }

  /** One that came masked would replace the real one if it was sent back. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {'stripe':{'authorization':'***','usage_events':[],'new':1}}
          {'stripe':{'authorization':'','usage_events':[],'new':1}}
          {'stripe':{'usage_events':[],'new':1}}
          {'stripe':{'authorization':null,'usage_events':[{'payload':'p'}],'new':1}}
          {'stripe':{'authorization':'old','usage_events':[],'new':1}}
          """)
  void aWantedSecretIsWrittenHoweverItCame(String actual) {
    JsonObject sent =
        object(
            update("{'cache_ttl':5,'stripe':{'authorization':'s','usage_events':[]}}", json(actual))
                .toJson());
    assertEquals(
        object("{'authorization':'s','usage_events':[],'new':1}"), sent.getAsJsonObject("stripe"));
  }

  @Test
  void wantedSecretsInListsAndMapsAreWrittenHoweverTheyCame() {
    JsonObject sent =
        object(
            update(
                    "{'cache_ttl':5,'otel':[{'url':'u','headers':{'a':'s'},'authorization':'t'}]}",
                    json(
                        "{'otel':[{'url':'u','headers':{'a':'***','b':'***'},"
                            + "'authorization':'***','new':1}]}"))
                .toJson());
    assertEquals(
        JsonParser.parseString(
            json("[{'url':'u','headers':{'a':'s','b':'***'},'authorization':'t','new':1}]")),
        sent.get("otel"));
  }

  @Test
  void itemsOfOneIdStayWhereTheyAre() {
    String rules = "[{'id':'r','limit':1},{'id':'r','limit':2}]";
    JsonObject sent =
        object(
            update(
                    "{'spend_limits':{'rules':[{'id':'r'},{'id':'r','window':5}]}}",
                    json("{'spend_limits':{'rules':" + rules + "}}"))
                .toJson());
    assertEquals(
        JsonParser.parseString(json("[{'id':'r','limit':1},{'id':'r','limit':2,'window':5}]")),
        sent.getAsJsonObject("spend_limits").get("rules"));
  }

  @Test
  void whatFitsNoVariantGivesWayToOneThatIsWanted() {
    String wanted = "{'dlp':{'action':'FLAG','enabled':true,'profiles':[]}}";
    UpdateGatewayRequest update = update(wanted, json("{'dlp':{'policies':[],'new':1}}"));
    assertEquals(
        object("{'action':'FLAG','enabled':true,'profiles':[],'new':1}"),
        object(update.toJson()).get("dlp"));
  }

  @Test
  void whatFitsNoVariantIsNotLaidOverSoThatItFitsOne() {
    UpdateGatewayRequest update =
        update("{'dlp':{'enabled':null,'new':2}}", json("{'dlp':{'policies':[null],'new':1}}"));
    assertEquals(object("{'enabled':null,'new':2}"), object(update.toJson()).get("dlp"));
  }

  @Test
  void aRequiredFieldThatTheGatewayLacksIsTakenFromTheRequestEvenIfItIsADefault() {
    CreateGatewayRequest wanted = CreateGatewayRequest.withDefaults().id("a").zdr(true).build();
    UpdateGatewayRequest update =
        OVERLAY.update(wanted, Gateway.fromJson(json("{'cache_ttl':60,'collect_logs':null}")));
    assertEquals(
        object(
            "{'cache_invalidate_on_update':false,'cache_ttl':60,'collect_logs':true,"
                + "'rate_limiting_interval':0,'rate_limiting_limit':0,'zdr':true}"),
        object(update.toJson()));
  }

  @Test
  void aRequiredFieldThatBothLackAndAValueThatIsNotAllowedAreLeftToTheApi() {
    UpdateGatewayRequest update = update("{'retry_max_attempts':6}", json("{'retry_delay':-1}"));
    assertEquals(object("{'retry_max_attempts':6,'retry_delay':-1}"), object(update.toJson()));
  }

  @Test
  void anUpdateThatCarriesAllOverChangesNothing() {
    Gateway gateway = Gateway.fromJson(GATEWAY);
    assertTrue(OVERLAY.changesNothing(update("{}", GATEWAY), gateway));
    assertFalse(OVERLAY.changesNothing(update("{'zdr':true}", GATEWAY), gateway));
    assertFalse(OVERLAY.changesNothing(update("{'unknown_text':'x'}", GATEWAY), gateway));
  }

  private static UpdateGatewayRequest update(String wanted, String actual) {
    return OVERLAY.update(CreateGatewayRequest.fromJson(json(wanted)), Gateway.fromJson(actual));
  }

  private static JsonObject object(String text) {
    return JsonParser.parseString(json(text)).getAsJsonObject();
  }

  private static String text(JsonElement json) {
    return json.toString();
  }

  private static String json(String text) {
    return text.equals(GATEWAY) ? text : text.replace('\'', '"');
  }
}
