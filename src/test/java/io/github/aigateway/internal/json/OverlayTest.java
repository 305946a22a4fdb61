package io.github.aigateway.internal.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonParser;
import io.github.aigateway.model.CreateGatewayRequest;
import io.github.aigateway.model.Gateway;
import io.github.aigateway.model.ModelAdapters;
import io.github.aigateway.model.OtelExporter;
import io.github.aigateway.model.UpdateGatewayRequest;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is a difference between a gateway that is wanted and one that came, and what is none. */
@Tag("quick")
class OverlayTest {

  private static final Overlay<CreateGatewayRequest, Gateway, UpdateGatewayRequest> OVERLAY =
      new Overlay<>(
          ModelAdapters.of(CreateGatewayRequest.class),
          ModelAdapters.of(Gateway.class),
          ModelAdapters.of(UpdateGatewayRequest.class));

  private static final String RULE = "'limit':1,'limitType':'cost','window':60";

  /** Each line: what is wanted, what came. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          # What the request leaves out, at any depth.
          {}                                  | {'cache_ttl':5,'otel':[{}],'new':1}
          {'guardrails':{'prompt':{'S1':'BLOCK'},'response':{}}} | {'guardrails':{'prompt':{'S1':'BLOCK','P1':'FLAG'},'response':{'S2':'X'},'new':0}}
          {'dlp':{'action':'FLAG','enabled':true,'profiles':['a']}} | {'dlp':{'action':'FLAG','enabled':true,'profiles':['a'],'new':null}}
          {'dlp':{'enabled':true,'policies':[]}} | {'dlp':{'enabled':true,'policies':[],'action':'FLAG','profiles':[]}}
          {'dlp':{'enabled':true,'policies':[{'id':'p'}]}} | {'dlp':{'enabled':true,'policies':[{'id':'p','action':'FLAG','new':1}]}}
          {'spend_limits':{'rules':[{RULE}]}} | {'spend_limits':{'enabled':true,'rules':[{RULE,'id':'a','enabled':true,'technique':'sliding'}]}}
          {'spend_limits':{'rules':[{RULE,'metadata':{'team':{'mode':'filter','values':['a']}}}]}} | {'spend_limits':{'rules':[{RULE,'metadata':{'team':{'mode':'filter','values':['a']},'b':{'mode':'partition'}}}]}}
          {'otel':[{'url':'u','headers':{}}]} | {'otel':[{'url':'u','headers':{'a':'b'},'content_type':'json','authorization':'x'}]}
          {'stripe':{'authorization':'s','usage_events':[]}} | {'stripe':{'authorization':'s','usage_events':[],'new':{}}}
          {'new':{'a':[{'b':1}]}}             | {'new':{'a':[{'b':1,'c':2}],'d':3}}
          {'guardrails':{'prompt':{},'response':{},'new':{'a':1}}} | {'guardrails':{'prompt':{},'response':{},'new':{'a':1.0,'b':2}}}
          # Null and absent, at any depth, and what means null.
          {'zdr':null,'log_management':null,'stripe':null,'new':null} | {}
          {'spend_limits':{'rules':[{RULE,'id':null}]}} | {'spend_limits':{'rules':[{RULE}]}}
          {'new':{'a':null}}                  | {'new':{}}
          {'cache_ttl':0}                     | {'cache_ttl':null}
          {'cache_ttl':null}                  | {'cache_ttl':0}
          {'cache_ttl':0}                     | {}
          {'cache_ttl':null}                  | {'cache_ttl':-0.0}
          {'rate_limiting_interval':0}        | {'rate_limiting_interval':null}
          {'rate_limiting_interval':null}     | {'rate_limiting_interval':0e99}
          {'rate_limiting_limit':0}           | {'rate_limiting_limit':null}
          {'rate_limiting_limit':null}        | {'rate_limiting_limit':0}
          {'store_id':null}                   | {'store_id':''}
          {'store_id':''}                     | {'store_id':null}
          {'store_id':''}                     | {}
          {'otel':null}                       | {'otel':[]}
          {'otel':[]}                         | {'otel':null}
          # Numbers of equal value, and enums of equal text.
          {'cache_ttl':300}                   | {'cache_ttl':3e2}
          {'cache_ttl':300}                   | {'cache_ttl':300.0}
          {'new':300}                         | {'new':3E+2}
          {'new':12345678901234567890123.0}   | {'new':12345678901234567890123}
          {'new':1e2147483647}                | {'new':1.0E2147483647}
          {'new':1e99999999999}               | {'new':1e99999999999}
          {'spend_limits':{'rules':[{'limit':0.10,'limitType':'cost','window':60}]}} | {'spend_limits':{'rules':[{'limit':1e-1,'limitType':'cost','window':6.0e1}]}}
          {'retry_backoff':'quadratic'}       | {'retry_backoff':'quadratic'}
          {'guardrails':{'prompt':{'S1':'WARN'},'response':{}}} | {'guardrails':{'prompt':{'S1':'WARN'},'response':{}}}
          # What no update can change.
          {'id':'a','created_at':'x','is_default':true} | {'id':'b','created_at':'y','is_default':false}
          # Values that came with another type than documented, if they are wanted so.
          {'otel':[{'url':'u','headers':{},'new':'1'}]} | {'otel':[{'url':'u','headers':{},'new':'1'}]}
          """)
  void isNoDifference(String wanted, String actual) {
    assertEquals(List.of(), unmet(wanted, actual));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {'cache_ttl':300}                   | {'cache_ttl':301}
          {'cache_ttl':300}                   | {'cache_ttl':'300'}
          {'cache_ttl':0}                     | {'cache_ttl':'0'}
          {'cache_ttl':0}                     | {'cache_ttl':''}
          {'cache_ttl':0}                     | {'cache_ttl':1}
          {'cache_ttl':null}                  | {'cache_ttl':60}
          {'cache_ttl':9223372036854775807}   | {'cache_ttl':9223372036854775806}
          {'cache_ttl':9223372036854775807}   | {'cache_ttl':9223372036854775807.5}
          {'log_management':null}             | {'log_management':0}
          {'retry_delay':0}                   | {'retry_delay':null}
          {'retry_delay':0}                   | {}
          {'zdr':false}                       | {}
          {'zdr':false}                       | {'zdr':null}
          {'zdr':false}                       | {'zdr':'false'}
          {'store_id':null}                   | {'store_id':'s'}
          {'store_id':'s'}                    | {'store_id':''}
          {'logpush_public_key':null}         | {'logpush_public_key':''}
          {'retry_backoff':'linear'}          | {'retry_backoff':'LINEAR'}
          {'guardrails':{'prompt':{'S1':'BLOCK'},'response':{}}} | {'guardrails':{'prompt':{'S1':'FLAG'},'response':{}}}
          {'guardrails':{'prompt':{},'response':{'P1':'FLAG'}}} | {'guardrails':{'prompt':{'P1':'FLAG'},'response':{}}}
          {'guardrails':{'prompt':{},'response':{}}} | {'guardrails':null}
          {'guardrails':{'prompt':{},'response':{}}} | {'guardrails':[]}
          {'guardrails':{'prompt':{},'response':{},'new':{'a':1}}} | {'guardrails':{'prompt':{},'response':{},'new':{'a':2}}}
          {'dlp':{'enabled':true,'policies':[]}} | {'dlp':{'action':'FLAG','enabled':true,'profiles':[]}}
          {'dlp':{'action':'FLAG','enabled':true,'profiles':[]}} | {'dlp':{'enabled':true,'policies':[]}}
          {'dlp':{'action':'FLAG','enabled':true,'profiles':[]}} | {'dlp':{'action':'FLAG','enabled':true,'profiles':[],'policies':[]}}
          {'dlp':{'action':'FLAG','enabled':true,'profiles':[]}} | {'dlp':'off'}
          {'dlp':{'action':'FLAG','enabled':true,'profiles':['a','b']}} | {'dlp':{'action':'FLAG','enabled':true,'profiles':['b','a']}}
          {'dlp':{'action':'FLAG','enabled':true,'profiles':['a']}} | {'dlp':{'action':'FLAG','enabled':true,'profiles':['a','b']}}
          {'dlp':{'enabled':true,'policies':[{'id':'p'}]}} | {'dlp':{'enabled':true,'policies':[{'id':'q'}]}}
          {'spend_limits':{'rules':[{RULE}]}} | {'spend_limits':{'rules':[]}}
          {'spend_limits':{'rules':[]}}       | {'spend_limits':{'rules':[{RULE}]}}
          {'spend_limits':{'rules':[{RULE}]}} | {'spend_limits':{'enabled':true}}
          {'spend_limits':{'rules':[{RULE,'model':{'mode':'filter','values':['a']}}]}} | {'spend_limits':{'rules':[{RULE,'model':{'mode':'partition'}}]}}
          {'spend_limits':{'rules':[{RULE,'metadata':{'team':{'mode':'partition'}}}]}} | {'spend_limits':{'rules':[{RULE,'metadata':{}}]}}
          {'otel':[{'url':'u','headers':{}}]} | {'otel':[{'url':'v','headers':{}}]}
          {'otel':[{'url':'u','headers':{}}]} | {'otel':[]}
          {'otel':[]}                         | {'otel':[{'url':'u','headers':{}}]}
          {'stripe':null}                     | {'stripe':{'authorization':'***','usage_events':[]}}
          {'new':1}                           | {}
          {'new':1}                           | {'new':'1'}
          {'new':'1'}                         | {'new':1}
          {'new':false}                       | {'new':0}
          {'new':1e400}                       | {'new':1e401}
          {'new':1e99999999999}               | {'new':1e99999999998}
          {'new':[1,2]}                       | {'new':[2,1]}
          {'new':[null]}                      | {'new':[]}
          {'new':{}}                          | {'new':[]}
          {'new':{'a':{'b':1}}}               | {'new':{'a':null}}
          """)
  void isADifference(String wanted, String actual) {
    String name = JsonParser.parseString(json(wanted)).getAsJsonObject().keySet().iterator().next();
    assertEquals(List.of(name), unmet(wanted, actual));
  }

  /** Masked, or left out. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {'stripe':{'authorization':'s','usage_events':[]}} | {'stripe':{'authorization':'***','usage_events':[]}}
          {'stripe':{'authorization':'s','usage_events':[]}} | {'stripe':{'authorization':'sk_****1234','usage_events':[]}}
          {'stripe':{'authorization':'s','usage_events':[]}} | {'stripe':{'authorization':'[REDACTED]','usage_events':[]}}
          {'stripe':{'authorization':'s','usage_events':[]}} | {'stripe':{'authorization':'••••••••','usage_events':[]}}
          {'stripe':{'authorization':'s','usage_events':[]}} | {'stripe':{'authorization':'xxxx','usage_events':[]}}
          {'stripe':{'authorization':'s','usage_events':[]}} | {'stripe':{'authorization':'','usage_events':[]}}
          {'stripe':{'authorization':'s','usage_events':[]}} | {'stripe':{'authorization':null,'usage_events':[]}}
          {'stripe':{'authorization':'s','usage_events':[]}} | {'stripe':{'usage_events':[]}}
          {'otel':[{'url':'u','headers':{'a':'s'},'authorization':'s'}]} | {'otel':[{'url':'u','headers':{'a':'***','b':'***'}}]}
          {'otel':[{'url':'u','headers':{'a':'s'},'authorization':'s'}]} | {'otel':[{'url':'u','headers':{'a':''},'authorization':''}]}
          {'otel':[{'url':'u','headers':{'a':'s'},'authorization':'s'}]} | {'otel':[{'url':'u','headers':{'a':'sk-…abcd'},'authorization':'sk-...abcd'}]}
          {'otel':[{'url':'u','headers':{'a':'s'},'authorization':'s'}]} | {'otel':[{'url':'u','headers':{'a':'[Redacted]'},'authorization':'<hidden>'}]}
          {'otel':[{'url':'u','headers':{'a':'s'}}]} | {'otel':[{'url':'u','headers':null}]}
          {'otel':[{'url':'u','headers':{'a':'s'}}]} | {'otel':[{'url':'u'}]}
          {'otel':[{'url':'u','headers':{'a':'s'}}]} | {'otel':[{'url':'u','headers':'***'}]}
          """)
  void aSecretThatTheApiHidesIsNoDifference(String wanted, String actual) {
    assertEquals(List.of(), unmet(wanted, actual));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {'stripe':{'authorization':'s','usage_events':[]}} | {'stripe':{'authorization':'t','usage_events':[]}}
          {'stripe':{'authorization':'s','usage_events':[]}} | {'stripe':{'authorization':'unhidden-key','usage_events':[]}}
          {'stripe':{'authorization':'s','usage_events':[]}} | {'stripe':{'authorization':'a.b.c','usage_events':[]}}
          {'stripe':{'authorization':'s','usage_events':[]}} | {'stripe':{'authorization':5,'usage_events':[]}}
          {'stripe':{'authorization':'s','usage_events':[{'payload':'a'}]}} | {'stripe':{'authorization':'***','usage_events':[{'payload':'***'}]}}
          {'stripe':{'authorization':null,'usage_events':[]}} | {'stripe':{'authorization':'***','usage_events':[]}}
          {'otel':[{'url':'u','headers':{'a':'s'}}]} | {'otel':[{'url':'u','headers':{'a':'t'}}]}
          {'otel':[{'url':'u','headers':{'a':'s'}}]} | {'otel':[{'url':'u','headers':{'b':'***'}}]}
          {'otel':[{'url':'u','headers':{},'authorization':'s'}]} | {'otel':[{'url':'u','headers':{},'authorization':'t'}]}
          {'otel':[{'url':'u','headers':{},'authorization':'s'}]} | {'otel':[{'url':'***','headers':{}}]}
          """)
  void aSecretInTheClearAndTheNameOfAHeaderAreCompared(String wanted, String actual) {
    assertEquals(1, unmet(wanted, actual).size());
  }

  @Test
  void aWantedValueOfAnotherTypeIsComparedAsItIs() {
    CreateGatewayRequest wanted =
        CreateGatewayRequest.withDefaults()
            .id("a")
            .otel(List.of(OtelExporter.fromJson("{\"url\":5,\"headers\":{}}")))
            .build();
    Gateway same = Gateway.fromJson("{\"otel\":[{\"url\":5.0,\"headers\":{\"a\":\"b\"}}]}");
    assertEquals(List.of(), OVERLAY.unmet(wanted, same));
    Gateway other = Gateway.fromJson("{\"otel\":[{\"url\":\"5\",\"headers\":{}}]}");
    assertEquals(List.of("otel"), OVERLAY.unmet(wanted, other));
  }

  @Test
  void onlyWhatTheCallerSetIsWanted() {
    Gateway other =
        Gateway.fromJson(
            json(
                "{'cache_invalidate_on_update':true,'cache_ttl':60,'collect_logs':false,"
                    + "'rate_limiting_interval':60,'rate_limiting_limit':9}"));
    CreateGatewayRequest defaults = CreateGatewayRequest.withDefaults().id("a").build();
    assertEquals(List.of(), OVERLAY.unmet(defaults, other));
    CreateGatewayRequest set = defaults.toBuilder().collectLogs(true).cacheTtl(0).build();
    assertEquals(List.of("cache_ttl", "collect_logs"), OVERLAY.unmet(set, other));
    assertEquals(
        List.of("cache_ttl", "collect_logs"), OVERLAY.unmet(set.toBuilder().build(), other));
  }

  private static List<String> unmet(String wanted, String actual) {
    return OVERLAY.unmet(
        CreateGatewayRequest.fromJson(json(wanted)), Gateway.fromJson(json(actual)));
  }

  private static String json(String text) {
    return text.replace("RULE", RULE).replace('\'', '"');
  }
}
